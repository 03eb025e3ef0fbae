namespace Project06.EndToEnd.Tests;

/// <summary>Home, desk and counter on a telephone's width, with a keyboard and nothing else.</summary>
[Collection(nameof(Site))]
public sealed partial class KeyboardJourneys(Site site)
{
    private const string Absence = "1.003677";
    private static readonly Commune Ward = new("01", "00082");

    [Fact]
    public async Task Keyboard_NoticesWhatIsHiddenAndOutOfOrder()
    {
        await using var citizen = await Keyboard.ArriveAsync(site);
        await citizen.Visitor.Page.EvaluateAsync("""
            () => {
                const sheet = new CSSStyleSheet()
                sheet.replaceSync('.brand { outline: none !important; box-shadow: none !important } #bar { position: fixed; z-index: 9; inset: 60px 0 0 }')
                document.adoptedStyleSheets = [sheet]
                document.body.append(Object.assign(document.createElement('div'), { id: 'bar' }))
                document.querySelector('main .card-link').tabIndex = 1
            }
            """);
        await citizen.RoundAsync();
        foreach (var noticed in (string[])["isn't marked on a “Dịch vụ công", "nothing is seen of input", "Tab goes back from"])
            Assert.Contains(citizen.Faults, fault => fault.Contains(noticed, StringComparison.Ordinal));
        citizen.Visitor.ComplainsNot();
    }

    [Fact]
    public async Task Home_EverythingThatWaitsIsReachedAndDone()
    {
        var person = TestNation.Account("neighbour-09");
        var dossier = await WaitAsync(person);
        await using var citizen = await Keyboard.ArriveAsync(site);
        await citizen.SkipAsync();
        await citizen.RoundAsync();
        await citizen.SignInAsync(site, person);
        await citizen.RoundAsync();

        // Another procedure is found with a few letters, begun, and left after its first page.
        await citizen.TypeAsync("q", "xac nhan cu tru");
        await citizen.Visitor.Page.Locator(".suggestions [role=option]").First.WaitForAsync();
        await citizen.KeyAsync("ArrowDown");
        await citizen.EnterAsync();
        await citizen.Visitor.SeesAsync("Xác nhận thông tin về cư trú");
        await citizen.RoundAsync();
        await citizen.PressAsync("Bắt đầu");
        await citizen.RefusedAsync("Tiếp tục");
        await citizen.ChooseAsync("who", "self");
        await citizen.PressAsync("Tiếp tục");
        await citizen.RoundAsync();
        await citizen.PressAsync("/");

        // Four things wait, and messages.
        Assert.Equal(5, await citizen.Visitor.Page.Locator(".card-waiting").CountAsync());
        await citizen.PressAsync("/helpers");
        await citizen.RoundAsync();
        await citizen.PressAsync("Không đồng ý");
        await citizen.PressAsync("/");

        await citizen.PressAsync("/consents");
        await citizen.PressAsync("Xem và trả lời");
        await citizen.RoundAsync();
        await citizen.PressAsync("Đồng ý");
        await citizen.PressAsync("/");

        await citizen.PressAsync($"/dossiers/{dossier}");
        await citizen.RoundAsync();
        await citizen.PressAsync("/supplement");
        await citizen.TypeAsync("reason", " từ tháng mười hai");
        await citizen.PressAsync("Gửi phần bổ sung");
        await citizen.PressAsync("/");

        await citizen.PressAsync("/apply/1.010041");
        await citizen.WalkOnAsync(new Dictionary<string, object> { ["content"] = "history", ["purpose"] = "Làm hồ sơ nhập học" });
        await citizen.RoundAsync();
        await citizen.PressAsync("Nộp hồ sơ");
        await citizen.Visitor.SeesAsync("Đã nộp hồ sơ");
        await citizen.PressAsync("/");

        await citizen.PressAsync("/messages");
        await citizen.RoundAsync();
        await citizen.PressAsync("/");
        Assert.Equal(["/messages"], await citizen.Visitor.Page.Locator(".card-waiting a").EvaluateAllAsync<string[]>(
            "all => all.map(a => a.getAttribute('href').split('?')[0])"));
        citizen.ComplainsNot();
    }

    /// <summary>Lets a supplement, a question, and a helper's asking wait for somebody.</summary>
    private async Task<string> WaitAsync(EIdentification.Contracts.DemoAccount person)
    {
        await using var office = new Office(site);
        var absent = await FileAbsenceAsync(person);
        var police = await office.AsAsync("police");
        await police.GoAsync($"/desk/{absent}/supplement");
        await police.Page.Locator("main input[name='Pick.reason']").CheckAsync();
        await police.Page.Locator("main input[type=text][name$='reason']").FillAsync("Ghi thêm từ tháng nào.");
        await police.PressMainAsync();

        await using (var tenant = await Visitor.ArriveAsync(site, 360, 780))
        {
            await tenant.SignInAsync(TestNation.Account("neighbour-10"));
            await tenant.WalkAsync(Residences.Temporary, Residences.RentedFrom(person, Ward, await Papers.BirthNoticeAsync(site)));
            await office.ActAsync("police", await tenant.FileAsync(), "accept");
        }

        var postal = await office.AsAsync("postal-clerk");
        await postal.GoAsync("/counter/find");
        await postal.Page.Locator("input[name=Sought]").FillAsync(person.Number);
        await postal.PressMainAsync();
        await postal.PressAsync("Giúp người này");
        await site.Host.DrainOutboxAsync();
        office.ComplainsNot();
        return absent;
    }

    private async Task<string> FileAbsenceAsync(EIdentification.Contracts.DemoAccount person, bool withPaper = false)
    {
        var answers = await AbsenceAsync();
        if (withPaper)
            (answers["ground"], answers["supervisor-consent"], answers["abroad"]) = ("a", await Papers.BirthNoticeAsync(site), false);
        await using var citizen = await Visitor.ArriveAsync(site, 360, 780);
        await citizen.SignInAsync(person);
        await citizen.WalkAsync(Absence, answers);
        return await citizen.FileAsync();
    }

    private async Task<Dictionary<string, object>> AbsenceAsync() => new()
    {
        ["who"] = "self", ["ground"] = "d", ["absent-from"] = new DateOnly(2026, 12, 1), ["absent-until"] = new DateOnly(2027, 6, 30),
        ["destination-unit"] = new Commune("48", await site.Database.ScalarAsync<string>(
            "SELECT code FROM reference_data.units WHERE province_code = '48' AND level = 'Commune' AND valid_to IS NULL ORDER BY code LIMIT 1")),
        ["destination-address"] = "12 phố Mẫu", ["reason"] = "Đi làm xa", ["declaring-unit"] = Ward,
    };
}
