using System.Globalization;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load;

/// <summary>
/// Fifty citizens at once, each from an address of their own, with two seconds to think, through whole journeys, while
/// five officials work the queue. Signing in comes before, so that no password is hashed while it measures.
/// </summary>
internal static class JourneyBench
{
    private const int Citizens = 50;
    private const int DefaultPeople = 200_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10), Measured = TimeSpan.FromSeconds(60);
    private static readonly string[] Officials = ["clerk", "officer", "leader", "police", "other-clerk"];

    /// <summary>Runs it and prints one line a figure.</summary>
    public static async Task RunAsync(TextWriter output, CancellationToken ct)
    {
        var people = int.TryParse(Environment.GetEnvironmentVariable("Demo__People"), CultureInfo.InvariantCulture, out var told) ? told : DefaultPeople;
        await using var nation = await PrivateNation.StartAsync(KeptFolder.For("bench", people), people, new Dictionary<string, string>(), ct);
        var recorder = new Recorder();
        var memory = new Memory(nation);
        Progress.Say($"Memory with the nation made or loaded: {memory.Now():0} MB.");
        var citizens = await SignedIn.OpenAllAsync(nation, nation.Neighbours.Take(Citizens).Select(a => a.Key).ToList(), ct);
        var officials = await SignedIn.OpenAllAsync(nation, Officials, ct);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var work = citizens.Select((browser, i) => new Citizen(browser, i, recorder).LiveAsync(end.Token))
            .Concat(officials.Select((browser, i) => new Official(browser, i, recorder).WorkAsync(end.Token)))
            .ToList();
        foreach (var browser in citizens.Concat(officials))
            browser.Answered = recorder.Add;
        Progress.Say($"{Citizens} citizens and {Officials.Length} officials; warming up for {WarmUp.TotalSeconds:0} s.");
        await Task.Delay(WarmUp, ct);
        var watched = memory.WatchAsync(end.Token);
        recorder.IsOn = true;
        Progress.Say($"Measuring for {Measured.TotalSeconds:0} s.");
        await Task.Delay(Measured, ct);
        recorder.IsOn = false;
        if (!nation.Host.IsRunning)
            throw new InvalidOperationException($"The host ended by itself ({nation.Host.ExitCode}):\n{nation.Host.LogTail()}");
        Progress.Say($"Memory at the end: {memory.Now():0} MB, at most {memory.Most:0} MB, certificates' browser included.");
        await end.CancelAsync();
        await Task.WhenAll([.. work, watched]);
        recorder.Tell();

        Progress.Say("Weighing each page as on a first visit.");
        var pages = recorder.Pages.Concat(["/admin/figures", "/admin/events", "/admin/jobs"]).ToList();
        var admin = await SignedIn.OpenAsync(nation, nation.Account("admin"), ct);
        var heaviest = await PageWeight.HeaviestAsync(nation.Host.Address, pages, [.. officials, .. citizens, admin], ct);
        foreach (var browser in citizens.Concat(officials).Append(admin))
            browser.Dispose();

        foreach (var (name, value, unit) in new[]
        {
            ("journey.page_p95_ms", recorder.Percentile(0.95).ToString("0.0", CultureInfo.InvariantCulture), "ms"),
            ("journey.requests_per_s", (recorder.Count / Measured.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture), "1/s"),
            ("journey.errors", recorder.Errors.ToString(CultureInfo.InvariantCulture), "count"),
            ("journey.upload_p95_ms", recorder.PercentileOf(a => a.Method == HttpMethod.Post && a.Path.EndsWith("/birth-notice", StringComparison.Ordinal), 0.95).ToString("0.0", CultureInfo.InvariantCulture), "ms"),
            ("journey.memory_mb", memory.Most.ToString("0", CultureInfo.InvariantCulture), "MB"),
            ("journey.page_kb_max", heaviest.ToString("0.0", CultureInfo.InvariantCulture), "KB"),
        })
            await output.WriteLineAsync($"{name} {value} {unit}");
    }
}
