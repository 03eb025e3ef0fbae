namespace Project06.EndToEnd.Tests;

// A death, what it ends, and its undoing.
public sealed partial class RegisterJourneys
{
    private const string Death = "1.000656", Absence = "1.003677";

    [Fact]
    public async Task Death_EndsWhatItEnds_AndIsUndone()
    {
        var (dead, child) = (TestNation.Account("elder"), TestNation.Account("heir"));
        await using var office = new Office(site);
        await using var elder = await Visitor.ArriveAsync(site, 360, 780);
        await using var heir = await Visitor.ArriveAsync(site, 360, 780);
        await using var stranger = await Visitor.ArriveAsync(site, 360, 780);

        // The old person has a running dossier and an open session.
        await elder.SignInAsync(dead);
        await elder.WalkAsync(Absence, new Dictionary<string, object>
        {
            ["who"] = "self", ["ground"] = "d", ["absent-from"] = new DateOnly(2026, 12, 1), ["absent-until"] = new DateOnly(2027, 6, 30),
            ["destination-unit"] = new Commune("48", await FirstCommuneAsync("48")), ["destination-address"] = "12 phố Mẫu",
            ["reason"] = "Về ở với cháu", ["declaring-unit"] = Ward,
        });
        var running = await elder.FileAsync();
        await office.ActAsync("police", running, "accept");

        // The child registers the death.
        await heir.SignInAsync(child);
        var asked = await heir.WalkAsync(Death, new Dictionary<string, object>
        {
            ["relation"] = "child", ["deceased"] = Named.Of(dead), ["date-known"] = "day", ["death-date"] = new DateOnly(2026, 11, 19),
            ["death-time"] = "06:30", ["death-place"] = "Bệnh viện Mẫu, phường Cửa Nam", ["death-cause"] = "Bệnh già", ["proof"] = "notice",
            ["death-notice-number"] = "12/GBT", ["death-notice-photo"] = await Papers.BirthNoticeAsync(site), ["registering-unit"] = Ward,
        }, page => heir.ShootAsync($"death-{page}"));
        Assert.Equal("relation", asked[0]);
        Assert.DoesNotContain("death-month", asked);
        Assert.DoesNotContain("place-evidence", asked);
        await heir.SeesAsync(dead.Name);
        await heir.ShootAsync("death-check-answers");
        var code = await heir.FileAsync();

        await office.ActAsync("clerk", code, "accept");
        var officer = await office.AsAsync("officer");
        await officer.GoAsync("/desk?lang=en");
        await officer.OpenAtDeskAsync(code);
        await officer.SeesAsync("12/GBT");
        await officer.ShootAsync("death-desk-english");
        await officer.PressAsync("Send the draft to confirm");
        await site.Host.DrainOutboxAsync();
        await heir.GoAsync($"/dossiers/{code}");
        await heir.ShootAsync("death-draft");
        await heir.PressAsync("Xác nhận bản nháp đúng");
        await office.ActAsync("officer", code, "register");
        var leader = await office.ActAsync("leader", code, "sign");
        await site.Host.DrainOutboxAsync();

        // The extract, and its QR to whoever is shown it.
        await heir.OpenResultAsync(code, "/civil-status/death-extracts/");
        await heir.ShootAsync("death-extract");
        var extract = await heir.DownloadPaperAsync(heir.Page.Locator("main a[href$='/pdf']").First);
        Assert.Contains(dead.Name, extract.Text, StringComparison.OrdinalIgnoreCase);
        await stranger.GoAsync(extract.Address);
        await stranger.SeesAsync("Giấy này có giá trị");

        // What ended, what waits.
        var entry = await site.Database.ScalarAsync<Guid>("SELECT id FROM civil_status.death_entries WHERE dossier_code = $1", code);
        await leader.GoAsync($"/civil-status/deaths/{entry}");
        await leader.ShootAsync("death-consequences");
        await RowsAsync(leader, ("Dữ liệu dân cư ghi ngày mất", "Đã chấm dứt"), ("Cư trú", "Đã chấm dứt"), ("Chủ hộ", "Chờ xử lý"),
            ("Tài khoản định danh điện tử", "Đã chấm dứt"), ("Phiên đăng nhập", "Đã chấm dứt"), ("Ủy quyền và chức vụ", "Không có gì"),
            ("Đồng ý đã cho", "Không có gì"), ("Hồ sơ đang xử lý", "Chờ xử lý"));
        var police = await office.AsAsync("police");
        await police.GoAsync("/desk/alerts");
        await police.SeesAsync(running);
        await police.ShootAsync("death-alerts");
        await elder.GoAsync("/dossiers");
        Assert.StartsWith("/sign-in", elder.At, StringComparison.Ordinal);
        await elder.GoAsync("/sign-in");
        await elder.GiveNumberAsync(dead);
        await RefusedAsync(elder, dead);
        await elder.ShootAsync("death-signed-out");

        // The person lives: everything comes back, and both facts stay.
        var number = await site.Database.ScalarAsync<int>("SELECT number FROM civil_status.death_entries WHERE id = $1", entry);
        await leader.GoAsync($"/civil-status/death-books/2026/{number}");
        await leader.Page.Locator("main details.fold summary").Last.ClickAsync();
        await leader.Page.Locator("[name=Reason]").FillAsync("Nhầm với người trùng tên cùng phường");
        await leader.Page.Locator("[name=Law]").FillAsync("Luật Hộ tịch 60/2014/QH13");
        await leader.Page.Locator("[name=Evidence]").FillAsync("Ông đã đến Ủy ban nhân dân phường sáng nay");
        await leader.LeaveByAsync(leader.Page.Locator("main form[action*='handler=Revoke'] button"), "revoke");
        await leader.SeesAsync("Nhầm với người trùng tên");
        await leader.ShootAsync("death-revoked");
        await site.Host.DrainOutboxAsync();
        await leader.GoAsync($"/civil-status/deaths/{entry}");
        await leader.ShootAsync("death-consequences-undone");
        await RowsAsync(leader, ("Dữ liệu dân cư ghi ngày mất", "Đã khôi phục"), ("Cư trú", "Đã khôi phục"), ("Chủ hộ", "Đã khôi phục"),
            ("Tài khoản định danh điện tử", "Đã khôi phục"), ("Hồ sơ đang xử lý", "Đã khôi phục"));
        await leader.SeesAsync("Việc đăng ký khai tử này đã bị hủy");
        await stranger.GoAsync(extract.Address);
        await stranger.SeesAsync("không còn giá trị");
        await elder.SignInAsync(dead);
        await elder.GoAsync($"/dossiers/{running}");
        await elder.SeesAsync(running);
        await elder.ShootAsync("death-back-again");

        foreach (var visitor in (Visitor[])[elder, heir, stranger])
            visitor.ComplainsNot();
        office.ComplainsNot();
    }

    private async Task RefusedAsync(Visitor visitor, EIdentification.Contracts.DemoAccount account)
    {
        if (await visitor.Page.Locator("input[name=Code]").CountAsync() > 0)
        {
            await site.Database.ExecuteAsync("UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", account.Number);
            await visitor.Page.Locator("input[name=Code]").FillAsync(SigningIn.CodeOf(site.Host, account));
            await visitor.PressMainAsync();
        }
        Assert.StartsWith("/sign-in", visitor.At, StringComparison.Ordinal);
    }

    private Task<string> FirstCommuneAsync(string province) => site.Database.ScalarAsync<string>(
        "SELECT code FROM reference_data.units WHERE province_code = $1 AND level = 'Commune' AND valid_to IS NULL ORDER BY code LIMIT 1", province);

    private static async Task RowsAsync(Visitor visitor, params (string What, string State)[] expected)
    {
        var rows = await visitor.Page.Locator("main table tbody tr").AllInnerTextsAsync();
        foreach (var (what, state) in expected)
        {
            Assert.True(rows.Any(row => row.Contains(what, StringComparison.OrdinalIgnoreCase) && row.Contains(state, StringComparison.OrdinalIgnoreCase)),
                $"“{what}” isn’t “{state}”: {string.Join(" | ", rows)}");
        }
    }
}
