using System.Globalization;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Journeys;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>
/// The portal at the size of a large city: whole journeys of 200 citizens with three seconds to think, the queue of an
/// office with 50,000 open dossiers, filing with three papers, and what each procedure asks of people.
/// </summary>
internal static class PortalBench
{
    private const int Think = 3000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    /// <summary>Runs it and prints one line a figure.</summary>
    public static async Task RunAsync(PortalSize size, TextWriter output, CancellationToken ct)
    {
        var only = Environment.GetEnvironmentVariable("P06_BENCH_ONLY") ?? "";
        await using var nation = await PrivateNation.StartAsync(
            KeptFolder.For("bench-portal", size.People), size.People, new Dictionary<string, string>(), ct);
        await PastDossiers.MakeAsync(nation, size.Past, size.Open, ct);

        var figures = new List<(string Name, double Value, string Unit)>();
        if (Asked("effort"))
            figures.AddRange(await EffortBench.RunAsync(nation, ct));
        if (Asked("queue"))
            figures.AddRange(await QueueBench.RunAsync(nation, ct));
        if (Asked("submit"))
            figures.AddRange(await SubmitBench.RunAsync(nation, ct));
        if (Asked("journeys"))
            figures.AddRange(await JourneysAsync(nation, size, ct));
        foreach (var (name, value, unit) in figures)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.##} {unit}"));

        bool Asked(string part) => only.Length == 0 || only.Contains(part, StringComparison.Ordinal);
    }

    private static async Task<(string, double, string)[]> JourneysAsync(PrivateNation nation, PortalSize size, CancellationToken ct)
    {
        var recorder = new Recorder();
        var citizens = await SignedIn.OpenAllAsync(nation, nation.Neighbours.Take(size.Citizens).Select(a => a.Key), ct);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        foreach (var browser in citizens)
            browser.Answered = recorder.Add;
        var work = citizens.Select((browser, i) => new Citizen(browser, i, recorder, Think).LiveAsync(end.Token)).ToList();
        Progress.Say($"{citizens.Count} citizens; warming up for {WarmUp.TotalSeconds:0} s, measuring for {size.Measured.TotalSeconds:0} s.");
        await Task.Delay(WarmUp, ct);
        recorder.IsOn = true;
        await Task.Delay(size.Measured, ct);
        recorder.IsOn = false;
        if (!nation.Host.IsRunning)
            throw new InvalidOperationException($"The host ended by itself ({nation.Host.ExitCode}):\n{nation.Host.LogTail()}");
        await end.CancelAsync();
        await Task.WhenAll(work);
        recorder.Tell();
        foreach (var browser in citizens)
            browser.Dispose();
        return
        [
            ("portal.page_p95_ms", recorder.Percentile(0.95), "ms"),
            ("portal.errors", recorder.Errors, "count"),
            ("portal.citizens", citizens.Count, "count"),
            ("portal.requests_per_s", recorder.Count / size.Measured.TotalSeconds, "1/s"),
        ];
    }
}
