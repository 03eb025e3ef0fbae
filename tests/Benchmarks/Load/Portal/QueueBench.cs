using AngleSharp.Dom;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>A clerk, an officer and a leader read the queue in every way it offers, and open dossiers; each at their own pace.</summary>
internal static class QueueBench
{
    private const int Rounds = 6;
    private static readonly string[] Officials = ["clerk", "officer", "leader"];

    private static readonly string[] Ways =
    [
        "/desk", "/desk?tab=unassigned", "/desk?tab=office", "/desk?tab=today", "/desk?tab=overdue", "/desk?tab=done",
        "/desk?page=40", "/desk?tab=office&page=40", "/desk?tab=office&sort=newest", "/desk?tab=office&sort=oldest", "/desk?tab=office&sort=newest&page=40",
        "/desk?tab=office&channel=2", "/desk?tab=office&holder=nobody", "/desk?tab=office&procedure=1.001193", "/desk?tab=office&procedure=1.001193&channel=1&sort=oldest",
        "/desk?holder=me", "/desk?tab=office&q=nguyen",
    ];

    public static async Task<(string, double, string)[]> RunAsync(PrivateNation nation, CancellationToken ct)
    {
        var recorder = new QueueTimes();
        var browsers = await SignedIn.OpenAllAsync(nation, Officials, ct);
        Progress.Say($"The queue in {Ways.Length} ways, {Rounds} rounds after one to warm up.");
        await Task.WhenAll(browsers.Select(browser => ReadAsync(browser, recorder, ct)));
        recorder.Tell();
        foreach (var browser in browsers)
            browser.Dispose();
        return [("queue.p95_ms", recorder.Percentile(0.95), "ms"), ("queue.errors", recorder.Errors, "count")];
    }

    private static async Task ReadAsync(Browser browser, QueueTimes times, CancellationToken ct)
    {
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var way in Ways)
            {
                var page = await GetAsync(way);
                // Reading takes a second, in life more.
                await Task.Delay(300, ct);
                if (page.Document.QuerySelectorAll("ol.queue a[href^='/desk/']").Select(a => a.GetAttribute("href")!).ElementAtOrDefault(round) is not { } dossier)
                    continue;
                if (way is "/desk" or "/desk?tab=office" or "/desk?tab=overdue")
                {
                    await GetAsync(dossier);
                    await Task.Delay(300, ct);
                }
            }

            async Task<WebPage> GetAsync(string address)
            {
                Exchange? seen = null;
                browser.Answered = answer => seen = answer;
                var page = await browser.GetAsync(address, ct);
                if (round > 0)
                    times.Add(address.StartsWith("/desk/", StringComparison.Ordinal) ? "/desk/{code}" : address, seen!);
                return page;
            }
        }
    }
}
