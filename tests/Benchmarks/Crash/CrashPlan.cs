using System.Globalization;

namespace Project06.Benchmarks.Crash;

/// <summary>How much is killed.</summary>
/// <param name="BoundaryRounds">Each round walks three dossiers over every boundary of step 6.</param>
/// <param name="HostKills">SIGKILLs of the host at random moments.</param>
/// <param name="ServerKills">SIGKILLs of PostgreSQL at random moments.</param>
/// <param name="Mothers">Who file, one dossier after another each.</param>
/// <param name="Limit">After this it has failed, whatever is still under way.</param>
/// <param name="Seed">Of the random moments.</param>
internal sealed record CrashPlan(int BoundaryRounds, int HostKills, int ServerKills, int Mothers, TimeSpan Limit, int Seed)
{
    /// <summary>The whole proof.</summary>
    public static CrashPlan Full { get; } = new(2, 100, 20, 6, TimeSpan.FromMinutes(20), 6);

    /// <summary>For the tests: each boundary once, three random moments, PostgreSQL once.</summary>
    public static CrashPlan Short { get; } = new(1, 3, 1, 3, TimeSpan.FromMinutes(3), 6);

    /// <summary>Reads <c>--short</c>, <c>--seed N</c>, <c>--host-kills N</c> and <c>--server-kills N</c>.</summary>
    public static CrashPlan Parse(string[] options)
    {
        var plan = options.Contains("--short") ? Short : Full;
        return plan with
        {
            Seed = Number("--seed") ?? plan.Seed,
            HostKills = Number("--host-kills") ?? plan.HostKills,
            ServerKills = Number("--server-kills") ?? plan.ServerKills,
        };

        int? Number(string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length
            ? int.Parse(options[at + 1], CultureInfo.InvariantCulture)
            : null;
    }
}
