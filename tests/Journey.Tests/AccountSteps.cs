using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;
using Project06.DemoNation;
using Project06.EIdentification.Contracts;

namespace Project06.Journey.Tests;

/// <summary>Steps of activation and of a registered death, over the pages people use.</summary>
internal static class AccountSteps
{
    public const string Password = "một câu dài dễ nhớ";
    private static int _taken;

    /// <summary>A grown person of the ward without an account, another at each call.</summary>
    public static DemoPerson NextStranger() => TestNation.Current.People
        .Where(p => p.DeathDate is null && p.CommuneCode == DemoNationOptions.WardCode && p.BirthDate.Year < 1995 && !TestNation.HasAccount(p.Id))
        .Skip(Interlocked.Increment(ref _taken)).First();

    /// <summary>The clerk finds the person, has seen the document, and has a code for them.</summary>
    public static async Task<string> MakeCodeAsync(this TestBrowser clerk, string number, string? kind = null, bool biometrics = false)
    {
        var found = await (await clerk.GetAsync("/accounts/activate")).Form().Set("Number", number).SubmitAsync();
        found.IsShown();
        var form = found.Form().Set("Document", "identity-card").Tick("Seen");
        if (kind is not null && form.Names.Contains("Kind"))
            form.Set("Kind", kind);
        if (biometrics)
            form.Tick("Biometrics");
        var shown = await form.SubmitAsync();
        shown.IsShown();
        return shown.Document.QuerySelector(".code")!.TextContent;
    }

    /// <summary>The citizen types the code and confirms; the page to choose ways on.</summary>
    public static async Task<TestPage> TypeCodeAsync(this TestBrowser citizen, string number, string code)
    {
        var confirm = await (await citizen.GetAsync("/activate")).Form().Set("Number", number).Set("Code", code).SubmitAsync();
        confirm.IsAt("/activate/confirm");
        return await confirm.Form().SubmitAsync("Đúng là tôi");
    }

    /// <summary>Chooses password and code app; answers the account as one signs in with it, and the codes on paper.</summary>
    public static async Task<(DemoAccount Account, List<string> Codes)> ChoosePasswordAsync(this TestPage ways, DemoPerson person)
    {
        var key = ways.Document.QuerySelector("main .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var done = await ways.Form("Offer").Set("Password", Password).Set("Code", SigningIn.CodeFor(ways.Browser.Host, key)).SubmitAsync();
        done.IsAt("/activate/done");
        return (new DemoAccount("new", "", "", person.Id, person.FullName, person.Number, Password, key),
            [.. done.Document.QuerySelectorAll("ol .code").Select(c => c.TextContent)]);
    }

    /// <summary>Signs in with number, password and a code.</summary>
    public static async Task<TestPage> GivePasswordAsync(this TestBrowser browser, DemoAccount account) =>
        await (await browser.GetAsync("/sign-in")).Form("Password").Set("Number", account.Number).Set("Password", account.Password).SubmitAsync();

    public static async Task<TestBrowser> SignInNewAsync(this TestHost host, DemoAccount account)
    {
        var browser = host.OpenBrowser();
        var second = await browser.GivePasswordAsync(account);
        await host.Database.ExecuteAsync("UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", account.Number);
        (await second.Form("Code").Set("Code", SigningIn.CodeFor(host, account.AuthenticatorKey)).SubmitAsync()).IsShown();
        return browser;
    }

    /// <summary>What CivilStatus tells when a death is registered or its entry revoked, delivered to this module.</summary>
    public static async Task TellAsync(this TestHost host, string name, string consumer, Guid person, string payload)
    {
        var id = Guid.CreateVersion7();
        await host.Database.ExecuteAsync("""
            INSERT INTO civil_status.events (id, subject, subject_version, name, payload, occurred_at)
            VALUES ($1, $2, (SELECT coalesce(max(subject_version), 0) + 1 FROM civil_status.events WHERE subject = $2), $3, $4::jsonb, now())
            """, id, $"person:{person}", name, payload);
        await host.Database.ExecuteAsync("""
            INSERT INTO civil_status.deliveries (event_id, consumer, subject, subject_version)
            SELECT id, $2, subject, subject_version FROM civil_status.events WHERE id = $1
            """, id, consumer);
        var dispatcher = host.Services.GetRequiredService<SubjectDispatcher>();
        var registry = host.Services.GetServices<ModuleDescriptor>().Single(m => m.Schema == "civil_status");
        while (await dispatcher.DeliverNextAsync(registry, evenIfLater: true, CancellationToken.None))
        {
        }
        // What this module reports would be asked for its entry, which only the registry's own tests write.
        await host.Database.ExecuteAsync("DELETE FROM e_identification.deliveries WHERE subject = $1", $"person:{person}");
    }
}
