using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load;

/// <summary>What the server answered while it was measured.</summary>
internal sealed partial class Recorder
{
    private readonly ConcurrentQueue<Exchange> _answers = new();
    private readonly ConcurrentDictionary<string, string> _pages = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private double[]? _sorted;

    /// <summary>Whether it counts.</summary>
    public bool IsOn { get; set; }

    public int Count => _answers.Count;

    public int Errors => _errors.Count;

    /// <summary>The latest address of each page that was opened.</summary>
    public IReadOnlyCollection<string> Pages => [.. _pages.Values];

    public void Add(Exchange answer)
    {
        if (answer is { Status: 200 } && answer.Method == HttpMethod.Get)
            _pages[Route(answer.Path)] = answer.Path;
        if (!IsOn)
            return;
        _answers.Enqueue(answer);
        // 422 is the page again with a sentence: two officials at one dossier.
        if (answer.Status >= 400 && answer.Status != 422)
            AddError($"{answer.Status} {answer.Method} {answer.Path}");
        else if (answer.ServerMilliseconds is null)
            AddError($"{answer.Method} {answer.Path} doesn't say how long it took");
    }

    public void AddError(string what)
    {
        if (IsOn)
            _errors.Enqueue(what);
    }

    /// <summary>The server's own time below which this share of all answers lies, in milliseconds.</summary>
    public double Percentile(double share) => Of(_sorted ??= Times(_answers), share);

    /// <summary>The same of some of them.</summary>
    public double PercentileOf(Func<Exchange, bool> which, double share) => Of(Times(_answers.Where(which)), share);

    /// <summary>Times by page, the slowest first, and the errors; on stderr.</summary>
    public void Tell()
    {
        foreach (var page in _answers.GroupBy(a => $"{a.Method,-4} {Route(a.Path)}").Select(g => (Page: g.Key, Times: Times(g)))
                     .Where(p => p.Times.Length > 0).OrderByDescending(p => Of(p.Times, 0.95)))
        {
            Progress.Say(string.Create(CultureInfo.InvariantCulture,
                $"{page.Page,-60} {page.Times.Length,5} × p50 {Of(page.Times, 0.5),6:0.0} p95 {Of(page.Times, 0.95),6:0.0} max {page.Times[^1],6:0.0} ms"));
        }
        foreach (var error in _errors.GroupBy(e => e).Take(20))
            Progress.Say($"ERROR {error.Count()} × {error.Key}");
        Progress.Say(string.Create(CultureInfo.InvariantCulture,
            $"All: p50 {Percentile(0.5):0.0}, p95 {Percentile(0.95):0.0}, p99 {Percentile(0.99):0.0} ms of {Count} answers; as the client saw it p95 {Of([.. _answers.Select(a => a.ClientMilliseconds).Order()], 0.95):0.0} ms"));
    }

    /// <summary>A path with ids and codes taken out.</summary>
    public static string Route(string path) => Code().Replace(Id().Replace(path, "{id}"), "/{code}");

    private static double[] Times(IEnumerable<Exchange> answers) => [.. answers.Select(a => a.ServerMilliseconds).OfType<double>().Order()];

    private static double Of(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex(@"/[A-Z]\d\d\.[^/]+")]
    private static partial Regex Code();
}
