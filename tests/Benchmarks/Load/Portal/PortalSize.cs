using System.Globalization;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>How large the nation is and how many are at it.</summary>
/// <param name="Past">Ended dossiers, over all communes and three years.</param>
/// <param name="Open">Open dossiers on the desk of one ward.</param>
/// <param name="Citizens">At once; at most as many as there are neighbours with accounts.</param>
internal sealed record PortalSize(int People, int Past, int Open, int Citizens, TimeSpan Measured)
{
    public static PortalSize FromEnvironment() => new(
        Number("PEOPLE", 1_000_000), Number("PAST", 300_000), Number("OPEN", 50_000), Number("CITIZENS", 200), TimeSpan.FromSeconds(Number("SECONDS", 120)));

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("P06_BENCH_" + name), CultureInfo.InvariantCulture, out var told) ? told : usual;
}
