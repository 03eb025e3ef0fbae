using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Web;
using Project06.EIdentification.Contracts;

namespace Project06.Benchmarks.Journeys;

/// <summary>Signing in through the real pages.</summary>
internal static class SignedIn
{
    /// <summary>A browser in which an account is signed in.</summary>
    /// <exception cref="UnexpectedPageException">It wasn't let in.</exception>
    public static async Task<Browser> OpenAsync(PrivateNation nation, DemoAccount account, CancellationToken ct)
    {
        var browser = new Browser(nation.Host.Address);
        var start = (await browser.GetAsync("/sign-in", ct)).Expect();
        var second = (await start.Form("[name=Number]").Set("Number", account.Number).Set("Password", account.Password).SubmitAsync(ct)).Expect();
        // A code counts once, and two browsers of one account may come within its thirty seconds.
        await nation.ExecuteAsync("UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", ct, account.Number);
        var page = (await second.Form("[name=Code]").Set("Code", PrivateNation.CodeOf(account)).SubmitAsync(ct)).Expect();
        return page.Path.StartsWith("/sign-in", StringComparison.Ordinal)
            ? throw new UnexpectedPageException(page, $"{account.Key} isn't signed in")
            : browser;
    }

    /// <summary>The same for many, one after another.</summary>
    public static async Task<List<Browser>> OpenAllAsync(PrivateNation nation, IEnumerable<string> accounts, CancellationToken ct)
    {
        var browsers = new List<Browser>();
        foreach (var account in accounts)
            browsers.Add(await OpenAsync(nation, nation.Account(account), ct));
        Progress.Say($"{browsers.Count} signed in.");
        return browsers;
    }
}
