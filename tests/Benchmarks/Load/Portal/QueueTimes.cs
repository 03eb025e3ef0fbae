using System.Collections.Concurrent;
using System.Globalization;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>The server's own times, by way of asking.</summary>
internal sealed class QueueTimes
{
    private readonly ConcurrentQueue<(string Way, double Milliseconds)> _times = new();
    private int _errors;

    public int Errors => _errors;

    public void Add(string way, Exchange answer)
    {
        if (answer is { Status: < 400, ServerMilliseconds: { } taken })
            _times.Enqueue((way, taken));
        else
            Interlocked.Increment(ref _errors);
    }

    /// <summary>The time below which this share of all lies.</summary>
    public double Percentile(double share) => Of(_times, share);

    public void Tell()
    {
        foreach (var way in _times.GroupBy(t => t.Way).OrderByDescending(w => Of(w, 0.95)))
            Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{way.Key,-70} {way.Count(),4} × p50 {Of(way, 0.5),6:0.0} p95 {Of(way, 0.95),6:0.0} ms"));
    }

    private static double Of(IEnumerable<(string Way, double Milliseconds)> times, double share)
    {
        var sorted = times.Select(t => t.Milliseconds).Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }
}
