using System.Collections.Concurrent;
using AngleSharp.Dom;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Portal;

/// <summary>Pays what dossiers owe, each once, told by the bank in one way or another.</summary>
internal sealed class Payer(BankProcess bank, Promises promises)
{
    // Told at once; told twice at once; never told, so that somebody must ask.
    private static readonly string[] Acts = ["pay", "double", "silent"];

    private readonly ConcurrentDictionary<string, bool> _paid = new();

    /// <summary>How many orders were paid at the bank.</summary>
    public int Paid => _paid.Count;

    /// <summary>One look at the page of a dossier's fee, and what it leads to.</summary>
    public async Task PayAsync(Browser browser, PortalDossier dossier, CancellationToken ct)
    {
        var page = (await browser.GetAsync($"/dossiers/{dossier.Code}/pay", ct)).Expect();
        if (page.FindForm("form[action*='handler=Start'] button") is { } start)
            page = (await start.SubmitAsync(ct)).Expect();
        if (page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).FirstOrDefault(h => h?.StartsWith(bank.Address + "pay/", StringComparison.Ordinal) == true) is { } order)
        {
            if (_paid.TryAdd(order, true))
                await bank.PayAsync(new Uri(order), Acts[_paid.Count % Acts.Length], ct);
            else if (page.FindForm("form[action*='handler=Check'] button") is { } check)
                page = await check.SubmitAsync(ct);
        }
        if (page.Document.QuerySelector("main a[href$='/fee-receipt']") is not null)
            promises.Payments[dossier.Id] = Word.Acknowledged;
    }
}
