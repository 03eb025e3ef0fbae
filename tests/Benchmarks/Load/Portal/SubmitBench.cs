using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>Births proved by witnesses: three papers each, sent on one page, then filed; a few people at once.</summary>
internal static class SubmitBench
{
    private const int AtOnce = 4, Each = 10, WarmUp = 2;
    private static readonly string[] Papers = ["loi-chung-1.png", "loi-chung-2.png", "loi-chung-3.png"];

    public static async Task<(string, double, string)[]> RunAsync(PrivateNation nation, CancellationToken ct)
    {
        var (filing, sending) = (new QueueTimes(), new QueueTimes());
        var browsers = await SignedIn.OpenAllAsync(nation, nation.Neighbours.TakeLast(AtOnce).Select(a => a.Key), ct);
        Progress.Say($"{AtOnce} people file {Each} dossiers each, with {Papers.Length} papers.");
        // What was filed in an earlier run with this nation stays; these children are others.
        var first = (int)await nation.ScalarAsync<long>("SELECT count(*) FROM public_services.evidence WHERE name = $1", ct, Papers[0]);
        await Task.WhenAll(browsers.Select(async (browser, i) =>
        {
            for (var n = 0; n < Each + WarmUp; n++)
                await FileAsync(browser, new SampleChild(i, (first + n) % 28), n >= WarmUp, filing, sending, ct);
        }));
        filing.Tell();
        sending.Tell();
        foreach (var browser in browsers)
            browser.Dispose();
        return [("submit.p95_ms", filing.Percentile(0.95), "ms"), ("submit.papers_p95_ms", sending.Percentile(0.95), "ms"), ("submit.errors", filing.Errors + sending.Errors, "count")];
    }

    private static async Task FileAsync(Browser browser, SampleChild child, bool counts, QueueTimes filing, QueueTimes sending, CancellationToken ct)
    {
        Exchange? posted = null;
        browser.Answered = answer => posted = answer.Method == HttpMethod.Post ? answer : posted;
        var (_, page) = await BirthForm.StartAsync(browser, ct);
        while (!page.Path.StartsWith("/dossiers/", StringComparison.Ordinal))
        {
            var from = page.Path;
            if (from.EndsWith("/check-answers", StringComparison.Ordinal))
            {
                page = (await page.Form().SubmitAsync(ct)).Expect();
                if (counts)
                    filing.Add("POST check-answers", posted!);
                continue;
            }
            page = (await FormPage.Fill(page, field => field == "proof" ? "witness" : child.Answer(field), _ => Papers).Form.SubmitAsync(ct)).Expect();
            if (counts && from.EndsWith("/witness-statement", StringComparison.Ordinal))
                sending.Add("POST three papers", posted!);
        }
    }
}
