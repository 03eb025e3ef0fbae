using System.Diagnostics;
using System.Globalization;
using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Crash;

/// <summary>
/// Births are registered on a real host and a real PostgreSQL while both are killed: at every boundary between the
/// events that follow the officer's yes, and at random moments. In the end each dossier has had its effect once.
/// </summary>
internal static class CrashProof
{
    private const int People = 6_000;

    /// <summary>Runs it and prints one line.</summary>
    /// <returns>Whether everything held.</returns>
    public static async Task<bool> RunAsync(CrashPlan plan, TextWriter output, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"p06-crash-{Environment.ProcessId}");
        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(plan.Limit);
        try
        {
            // A host that lives for seconds needn't learn how to be fast for hours.
            var settings = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0" };
            await using var nation = await PrivateNation.StartAsync(folder, People, settings, limit.Token);
            try
            {
                return await ProveAsync(nation, plan, started, output, limit.Token);
            }
            catch (Exception failed) when (!ct.IsCancellationRequested)
            {
                Progress.Say($"{failed.Message}\nThe host's last words:\n{nation.Host.LogTail(12)}");
                throw;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await output.WriteLineAsync($"crash: FAILED: not done within {plan.Limit.TotalMinutes:0} minutes");
            return false;
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> ProveAsync(
        PrivateNation nation, CrashPlan plan, long started, TextWriter output, CancellationToken ct)
    {
        await using var traffic = await Traffic.SignInAsync(nation, plan.Mothers, ct);
        var boundaries = await Boundaries.CreateAsync(nation, ct);
        var boundaryKills = 0;
        for (var round = 0; round < plan.BoundaryRounds; round++)
            boundaryKills += await boundaries.WalkAsync(traffic, round, ct);

        var random = new RandomKills(nation, new Random(plan.Seed));
        await random.RunAsync(traffic, plan.HostKills, plan.ServerKills, ct);

        var problems = await Verdict.FindProblemsAsync(nation, traffic.Filed, ct);
        foreach (var problem in problems)
            Progress.Say("WRONG: " + problem);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            crash: {(problems.Count == 0 ? "proved" : $"FAILED ({problems.Count} findings)")}: {traffic.Filed.Count} dossiers finished, each with one entry, one number, one message; host killed {boundaryKills + random.HostKills} times ({boundaries.Covered} boundary crossings in {boundaryKills} kills, {random.HostKills} at random, {random.HostKillsAmidEvents} of them amid events), PostgreSQL {random.ServerKills} times ({random.StartsRepeated} starts of the host repeated for want of it); {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s
            """));
        return problems.Count == 0;
    }
}
