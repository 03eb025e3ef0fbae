using System.Globalization;
using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Load;

/// <summary>
/// What the host, PostgreSQL and all their children (the browser that prints, picture tools) hold in memory: their
/// proportional share (PSS), so that pages which several share count once. Linux only.
/// </summary>
internal sealed class Memory(PrivateNation nation)
{
    /// <summary>The most that was seen, in MB of 1,000,000 bytes.</summary>
    public double Most { get; private set; }

    /// <summary>Looks every second until it is stopped.</summary>
    public async Task WatchAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            Most = Math.Max(Most, Now());
            await Task.Delay(1000, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>At this moment, in MB.</summary>
    public double Now()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var children = Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        var kilobytes = 0L;
        var waiting = new Stack<int>([nation.Host.ProcessId, nation.Cluster.ServerPid]);
        while (waiting.TryPop(out var process))
        {
            kilobytes += ShareOf(process);
            foreach (var child in children[process])
                waiting.Push(child);
        }
        return kilobytes * 1024 / 1e6;
    }

    // "pid (name) state parent …"; the name may hold anything.
    private static int ParentOf(int process)
    {
        var stat = Read($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;
    }

    // "Pss:   29373 kB"
    private static long ShareOf(int process) =>
        Read($"/proc/{process}/smaps_rollup").Split('\n').FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            : 0;

    // A process may end while it is looked at.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
