using System.Globalization;

namespace Project06.Benchmarks.Ground;

/// <summary>A nation that is kept for the next time, until the program that made it changes.</summary>
internal static class KeptFolder
{
    /// <summary>Where the nation of this size for this kind of measurement lies; older ones of the kind are deleted.</summary>
    public static string For(string kind, int people)
    {
        var data = Environment.GetEnvironmentVariable("Data__Folder") is { Length: > 0 } told ? told : Path.Combine(Path.GetTempPath(), "p06-bench");
        var all = Path.Combine(data, kind);
        var kept = Path.Combine(all, string.Create(CultureInfo.InvariantCulture, $"{people}-{WorkingCopy.Fingerprint(HostProcess.FindDll())}"));
        if (Directory.Exists(all))
        {
            foreach (var older in Directory.EnumerateDirectories(all).Where(f => f != kept))
                Directory.Delete(older, recursive: true);
        }
        return kept;
    }
}
