using System.Globalization;

namespace Project06.Benchmarks.Portal;

/// <summary>How much is done and killed.</summary>
/// <param name="Kills">SIGKILLs of the host at random moments.</param>
/// <param name="Mothers">Who register births, one after another each.</param>
/// <param name="Writers">Who change one answer of a draft again and again.</param>
/// <param name="Movers">Who move to another's household, which asks that person's consent and costs a fee; one after another.</param>
/// <param name="MoversAtOnce">How many of them are at it at a time.</param>
/// <param name="LongestWait">Between the host's start and its next end, in milliseconds.</param>
/// <param name="Limit">After this it has failed, whatever is still under way.</param>
/// <param name="Seed">Of the random moments.</param>
internal sealed record PortalPlan(int Kills, int Mothers, int Writers, int Movers, int MoversAtOnce, int LongestWait, TimeSpan Limit, int Seed)
{
    /// <summary>The whole proof.</summary>
    public static PortalPlan Full { get; } = new(100, 5, 3, 40, 3, 4000, TimeSpan.FromMinutes(30), 6);

    /// <summary>For the tests.</summary>
    public static PortalPlan Short { get; } = new(3, 2, 1, 2, 2, 1500, TimeSpan.FromMinutes(3), 6);

    /// <summary>Reads <c>--short</c>, <c>--seed N</c> and <c>--kills N</c>.</summary>
    public static PortalPlan Parse(string[] options)
    {
        var plan = options.Contains("--short") ? Short : Full;
        return plan with { Seed = Number("--seed") ?? plan.Seed, Kills = Number("--kills") ?? plan.Kills };

        int? Number(string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length
            ? int.Parse(options[at + 1], CultureInfo.InvariantCulture)
            : null;
    }
}
