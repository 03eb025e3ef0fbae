using Project06.DemoNation;

namespace Project06.EndToEnd.Tests;

/// <summary>The five procedures of residence, from a phone to the paper that says what was recorded.</summary>
[Collection(nameof(Site))]
public sealed class ResidenceJourneys(Site site)
{
    private static readonly Commune Ward = new("01", DemoNationOptions.WardCode);

    [Fact]
    public async Task Confirmation_FromPhoneToSignedPaper()
    {
        await using var citizen = await CitizenAsync("neighbour-41");
        var (code, asked) = await FileAsync(citizen, Residences.Confirmation, Residences.ConfirmationOf("history"));
        Assert.DoesNotContain("person", asked);
        Assert.DoesNotContain("unit", asked);

        await ActAsync("police", code, "accept", "propose");
        await ActInEnglishAsync("police-leader", code, "sign");

        await OpenResultAsync(citizen, code, "/population/confirmations/");
        await citizen.SeesAsync("XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ");
        await citizen.SeesAsync(TestNation.Account("neighbour-41").Name);
        var download = await citizen.Page.RunAndWaitForDownloadAsync(
            () => citizen.Page.Locator("a[href$='/file']").ClickAsync());
        Assert.StartsWith("%PDF", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await using var anybody = await Visitor.ArriveAsync(site, 360, 780);
        await anybody.GoAsync("/population/papers/" + await site.Database.ScalarAsync<string>(
            "SELECT token FROM population.confirmations WHERE dossier_code = $1", code));
        await anybody.SeesAsync(TestNation.Account("neighbour-41").Name);
        Assert.DoesNotContain(TestNation.Account("neighbour-41").Number, await anybody.TextAsync(), StringComparison.Ordinal);
        citizen.ComplainsNot();
        anybody.ComplainsNot();
    }

    [Fact]
    public async Task ShortStay_IsRecordedAtOnce()
    {
        await using var citizen = await CitizenAsync("neighbour-42");
        var (code, asked) = await FileAsync(citizen, Residences.Stay, Residences.StayOf(TestNation.Account("neighbour-43"), TestNation.Account("neighbour-44")));
        Assert.Contains("guest-2", asked);
        Assert.DoesNotContain("guest-3", asked);
        Assert.DoesNotContain("address", asked);

        await ActInEnglishAsync("police", code, "record");

        await OpenResultAsync(citizen, code, "/population/residences/");
        await citizen.SeesAsync(TestNation.Account("neighbour-43").Name);
        await citizen.SeesAsync(TestNation.Account("neighbour-44").Name);
        citizen.ComplainsNot();
    }

    [Fact]
    public async Task Correction_IsWrittenWhenSigned()
    {
        await using var citizen = await CitizenAsync("neighbour-45", english: true);
        var (code, asked) = await FileAsync(citizen, Residences.Correction, Residences.CorrectionWith(await Papers.BirthNoticeAsync(site)));
        Assert.Contains("evidence", asked);
        Assert.DoesNotContain("new-name", asked);

        await ActAsync("police", code, "accept", "propose");
        await ActAsync("police-leader", code, "sign");

        await OpenResultAsync(citizen, code, "/population/corrections/");
        await citizen.SeesAsync(Residences.NativePlace);
        await citizen.GoAsync("/my-data?lang=vi");
        await citizen.SeesAsync(Residences.NativePlace);
        citizen.ComplainsNot();
    }

    [Fact]
    public async Task TemporaryResidence_OwnerAgrees_FeeInCash()
    {
        await using var citizen = await CitizenAsync("neighbour-46");
        var (code, asked) = await FileAsync(
            citizen, Residences.Temporary, Residences.RentedFrom(TestNation.Account("head"), Ward, await Papers.BirthNoticeAsync(site)));
        Assert.Contains("dwelling-proof", asked);
        await ActAsync("police", code, "accept");
        await AgreeAsync(code);

        await citizen.GoAsync($"/dossiers/{code}");
        await citizen.LeaveByAsync(citizen.Page.Locator($"main a[href='/dossiers/{code}/pay']").First, "pay");
        await citizen.SeesAsync("7.000");
        await using (var cashier = await OfficialAsync("police", english: false))
        {
            await cashier.GoAsync($"/fees/dossiers/{code}");
            await cashier.Page.Locator("[name=Tendered]").FillAsync("10.000");
            await cashier.LeaveByAsync(cashier.Page.Locator("form[action*='handler=Cash'] button"), "cash");
            await cashier.SeesAsync("3.000");
            cashier.ComplainsNot();
        }
        await site.Host.DrainOutboxAsync();
        await ActAsync("police", code, "record");

        await OpenResultAsync(citizen, code, "/population/residences/");
        await citizen.SeesAsync(TestNation.Account("neighbour-46").Name);
        await citizen.SeesAsync("ngõ 8 phố Mẫu");
        citizen.ComplainsNot();
    }

    [Fact]
    public async Task PermanentResidence_HeadAgrees_FeeExempted()
    {
        await using var citizen = await CitizenAsync("neighbour-47");
        var (code, asked) = await FileAsync(citizen, Residences.Permanent, new Dictionary<string, object>
        {
            ["who"] = "self", ["move-along"] = "household", ["dwelling"] = "family", ["head"] = Named.Of(TestNation.Account("head")), ["relation"] = "other",
        });
        Assert.DoesNotContain("owner", asked);
        Assert.DoesNotContain("unit", asked);
        Assert.DoesNotContain("successor", asked);
        await ActAsync("police", code, "accept");
        await AgreeAsync(code);

        await citizen.GoAsync($"/dossiers/{code}/pay");
        await citizen.SeesAsync("10.000");
        await citizen.Page.Locator("details.fold summary").ClickAsync();
        await citizen.Page.Locator("input[name=Exemption][value=residence-meritorious]").CheckAsync();
        await citizen.LeaveByAsync(citizen.Page.Locator("form[action*='handler=Exempt'] button"), "exempt");
        await using (var cashier = await OfficialAsync("police", english: false))
        {
            await cashier.GoAsync($"/fees/dossiers/{code}");
            await cashier.LeaveByAsync(cashier.Page.Locator("form[action*='handler=Exemption'] button[value=true]"), "confirm");
            cashier.ComplainsNot();
        }
        await site.Host.DrainOutboxAsync();
        await ActAsync("police", code, "propose");
        await ActInEnglishAsync("police-leader", code, "sign");

        await OpenResultAsync(citizen, code, "/population/residences/");
        await citizen.SeesAsync(TestNation.Account("neighbour-47").Name);
        await citizen.GoAsync("/my-data/household");
        await citizen.SeesAsync(TestNation.Account("head").Name);
        citizen.ComplainsNot();
    }

    private static async Task<(string Code, List<string> Asked)> FileAsync(
        Visitor citizen, string procedure, IReadOnlyDictionary<string, object> answers)
    {
        var asked = await citizen.WalkAsync(procedure, answers);
        return (await citizen.FileAsync(), asked);
    }

    private async Task<Visitor> CitizenAsync(string account, bool english = false)
    {
        var citizen = await Visitor.ArriveAsync(site, 360, 780);
        await citizen.SignInAsync(TestNation.Account(account));
        if (english)
            await citizen.GoAsync("/?lang=en");
        return citizen;
    }

    private async Task<Visitor> OfficialAsync(string account, bool english)
    {
        var official = await Visitor.ArriveAsync(site, 1366, 900);
        await official.ComeInAsync(TestNation.Account(account));
        if (english)
            await official.GoAsync("/desk?lang=en");
        return official;
    }

    private Task ActAsync(string account, string code, params string[] actions) => TakeAsync(account, code, actions, english: false);

    private Task ActInEnglishAsync(string account, string code, params string[] actions) => TakeAsync(account, code, actions, english: true);

    private async Task TakeAsync(string account, string code, string[] actions, bool english)
    {
        await using var official = await OfficialAsync(account, english);
        foreach (var action in actions)
        {
            await official.OpenAtDeskAsync(code);
            await official.TakeAsync(action);
            await site.Host.DrainOutboxAsync();
        }
        official.ComplainsNot();
    }

    // The head of the household finds the question at home, and says yes to what it shows.
    private async Task AgreeAsync(string code)
    {
        await using var head = await CitizenAsync("head");
        await head.GoAsync("/");
        await head.LeaveByAsync(head.Page.Locator("main a[href='/consents']").First, "consents");
        await head.LeaveByAsync(head.Page.Locator($"a[href='/consents/{await Residences.ConsentOfAsync(site, code)}']"), "consent");
        await head.SeesAsync(code);
        await head.LeaveByAsync(head.Page.Locator("form:has(input[value=agree]) button"), "agree");
        await site.Host.DrainOutboxAsync();
        head.ComplainsNot();
    }

    private static async Task OpenResultAsync(Visitor citizen, string code, string address)
    {
        await citizen.GoAsync($"/dossiers/{code}");
        await citizen.LeaveByAsync(citizen.Page.Locator($"main a[href^='/dossiers/{code}/results/']").First, "result");
        Assert.StartsWith(address, citizen.At, StringComparison.Ordinal);
    }
}
