using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests;

/// <summary>The registers beside that of births, from citizen to result: deaths and what they end, copies, corrections.</summary>
[Collection(nameof(Site))]
public sealed partial class RegisterJourneys(Site site)
{
    private const string Copies = "2.000635", Changes = "1.004859";
    private static readonly Commune Ward = new("01", "00082");

    [Fact]
    public async Task BirthEntry_IsCopiedForAFee_ThenCorrectedInTheMargin()
    {
        var account = TestNation.Account("neighbour-43");
        await using var office = new Office(site);
        await using var mother = await Visitor.ArriveAsync(site, 360, 780);
        await mother.SignInAsync(account);
        var paper = await Papers.BirthNoticeAsync(site);
        await mother.GoAsync($"/apply/{BirthSteps.Procedure}");
        var born = new Child("Thị Bản", "Sao", new DateOnly(2026, 11, 15), "00123.GCS.00043.26");
        await mother.AnswerAsync(born, paper);
        await FinishAsync(office, mother, await mother.FileAsync(), "register", "sign");
        var number = await site.Database.ScalarAsync<string>("SELECT child_number FROM civil_status.birth_entries WHERE birth_notice_code = $1", born.NoticeCode);
        var name = await site.Database.ScalarAsync<string>(
            "SELECT concat_ws(' ', child_surname, child_middle_name, child_given_name) FROM civil_status.birth_entries WHERE child_number = $1", number);
        var id = await site.Database.ScalarAsync<Guid>("SELECT child_id FROM civil_status.birth_entries WHERE child_number = $1", number);
        var person = new Named(id, number, name);

        await CopyAsync(office, mother, person);
        await CorrectAsync(office, mother, person, paper, born);

        mother.ComplainsNot();
        office.ComplainsNot();
    }

    private async Task CopyAsync(Office office, Visitor mother, Named child)
    {
        await mother.WalkAsync(Copies, new Dictionary<string, object>
        {
            ["register"] = "birth", ["whose"] = "relative", ["subject"] = child, ["copies"] = 2, ["issuing-unit"] = Ward,
        }, page => mother.ShootAsync($"copies-{page}"));
        var code = await mother.FileAsync();
        await office.ActAsync("clerk", code, "accept");
        await mother.GoAsync($"/dossiers/{code}/pay");
        await mother.SeesAsync("16.000");
        await mother.ShootAsync("copies-pay");

        // Paid in cash at the counter.
        var clerk = await office.AsAsync("clerk");
        await clerk.GoAsync($"/fees/dossiers/{code}");
        await clerk.Page.Locator("[name=Tendered]").FillAsync("20.000");
        await clerk.LeaveByAsync(clerk.Page.Locator("main form[action*='handler=Cash'] button"), "cash");
        await clerk.SeesAsync("Trả lại khách 4.000");
        await clerk.ShootAsync("copies-cash");
        await site.Host.DrainOutboxAsync();
        await mother.GoAsync($"/dossiers/{code}/fee-receipt");
        await mother.SeesAsync("16.000");

        await office.ActAsync("officer", code, "send-draft");
        await mother.GoAsync($"/dossiers/{code}");
        await mother.ShootAsync("copies-draft");
        await mother.PressAsync("Xác nhận bản nháp đúng");
        await office.ActAsync("leader", code, "issue");
        await mother.OpenResultAsync(code, "/civil-status/copies/");
        await mother.ShootAsync("copies-result");
        var links = mother.Page.Locator("main a[href*='/pdf']");
        Assert.Equal(2, await links.CountAsync());
        var (first, second) = (await mother.DownloadPaperAsync(links.First), await mother.DownloadPaperAsync(links.Last));
        Assert.NotEqual(first.Address, second.Address);
        Assert.Contains(child.Name, first.Text, StringComparison.OrdinalIgnoreCase);
        await mother.GoAsync(second.Address);
        await mother.SeesAsync("Giấy này có giá trị");
    }

    private async Task CorrectAsync(Office office, Visitor mother, Named child, FilePayload paper, Child born)
    {
        const string right = "Trạm y tế Mẫu, phường Cửa Nam, thành phố Hà Nội";
        await mother.WalkAsync(Changes, new Dictionary<string, object>
        {
            ["whose"] = "child", ["subject"] = child, ["kind"] = "correction", ["field"] = "birth-place", ["new-birth-place"] = right,
            ["ground"] = "Khi đăng ký ghi nhầm nơi sinh", ["evidence"] = paper, ["deciding-unit"] = Ward,
        }, page => mother.ShootAsync($"change-{page}"));
        await mother.SeesAsync(right);
        await mother.ShootAsync("change-check-answers");
        var code = await mother.FileAsync();
        await FinishAsync(office, mother, code, "register", "sign");
        await mother.OpenResultAsync(code, "/civil-status/changes/");
        await mother.SeesAsync(right);
        await mother.ShootAsync("change-extract");
        var extract = await mother.DownloadPaperAsync(mother.Page.Locator("main a[href$='/pdf']").First);
        await mother.GoAsync(extract.Address);
        await mother.SeesAsync("Giấy này có giá trị");

        // The book keeps the old words and has the note beside them.
        var number = await site.Database.ScalarAsync<int>("SELECT number FROM civil_status.birth_entries WHERE birth_notice_code = $1", born.NoticeCode);
        var officer = await office.AsAsync("officer");
        await officer.GoAsync($"/civil-status/books/2026/{number}");
        await officer.SeesAsync(born.BirthPlace);
        await officer.SeesAsync(right);
        await officer.ShootAsync("change-book");
    }

    private async Task FinishAsync(Office office, Visitor applicant, string code, params string[] last)
    {
        await office.ActAsync("clerk", code, "accept");
        await office.ActAsync("officer", code, "send-draft");
        await applicant.GoAsync($"/dossiers/{code}");
        await applicant.PressAsync("Xác nhận bản nháp đúng");
        await office.ActAsync("officer", code, last[0]);
        await office.ActAsync("leader", code, last[1]);
    }
}
