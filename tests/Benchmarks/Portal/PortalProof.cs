using System.Diagnostics;
using System.Globalization;
using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Portal;

/// <summary>
/// The real host is killed again and again under load. The clients keep what they were told; in the end the database holds
/// each of these things, once.
/// </summary>
internal static class PortalProof
{
    private const int People = 6_000;

    /// <summary>Runs it and prints one line.</summary>
    /// <returns>Whether everything held.</returns>
    public static async Task<bool> RunAsync(PortalPlan plan, TextWriter output, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"p06-portal-{Environment.ProcessId}");
        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(plan.Limit);
        try
        {
            await using var bank = BankProcess.Find();
            // A host that lives for seconds needn't learn how to be fast for hours.
            var settings = new Dictionary<string, string>(bank?.HostSettings ?? new Dictionary<string, string>()) { ["DOTNET_TieredPGO"] = "0" };
            await using var nation = await PrivateNation.StartAsync(folder, People, settings, limit.Token);
            if (bank is not null)
                await bank.StartAsync(nation.Host.Address, limit.Token);
            try
            {
                return await ProveAsync(nation, bank, plan, started, output, limit.Token);
            }
            catch (Exception failed) when (!ct.IsCancellationRequested)
            {
                Progress.Say($"{failed.Message}\nThe host's last words:\n{nation.Host.LogTail(12)}");
                throw;
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await output.WriteLineAsync($"portal: FAILED: not done within {plan.Limit.TotalMinutes:0} minutes");
            return false;
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> ProveAsync(
        PrivateNation nation, BankProcess? bank, PortalPlan plan, long started, TextWriter output, CancellationToken ct)
    {
        var begun = TimeProvider.System.GetUtcNow();
        var promises = new Promises();
        var payer = bank is null ? null : new Payer(bank, promises);
        var outboxes = await nation.QueryAsync(
            "SELECT table_schema FROM information_schema.tables WHERE table_name = 'deliveries' ORDER BY 1", r => r.GetString(0), ct);
        await using var traffic = new PortalTraffic(nation, payer, promises);
        await traffic.SignInAsync(plan, ct);

        using var living = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var life = traffic.LiveAsync(plan, living.Token);
        var kills = new HostKills(nation, outboxes, new Random(plan.Seed));
        var killing = kills.RunAsync(plan, promises, living.Token);
        // Life doesn't end by itself, unless something is wrong with it; then nothing is killed any more either.
        var first = await Task.WhenAny(life, killing);
        await living.CancelAsync();
        foreach (var work in new[] { first, life, killing })
        {
            try
            {
                await work;
            }
            catch (OperationCanceledException) when (work != first && !ct.IsCancellationRequested)
            {
                // Told to stop.
            }
        }
        Progress.Say("All killed; waiting until every dossier is finished.");
        await traffic.DrainAsync(ct);
        await kills.WaitForEventsAsync(ct);

        var problems = await PortalVerdict.FindProblemsAsync(nation, bank, payer, promises, outboxes, begun, ct);
        foreach (var problem in problems)
            Progress.Say("WRONG: " + problem);
        var missing = traffic.Missing.Count == 0 ? "" : $"; not walked, for want of their folder or bank: {string.Join(", ", traffic.Missing)}";
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            portal: {(problems.Count == 0 ? "proved" : $"FAILED ({problems.Count} findings)")}: {promises.Count} things acknowledged are there, each once: {promises.Answers.Count} answers, {promises.Rewritten.Sum(r => r.Value.Acknowledged)} rewritings of drafts, {promises.Papers.Count} papers, {promises.Dossiers.Count} dossiers with their results, {promises.Moves.Count} decisions, {promises.Consents.Count} consents, {payer?.Paid ?? 0} payments; host killed {kills.Done} times, {kills.AmidEvents} of them amid events; {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s{missing}
            """));
        return problems.Count == 0;
    }
}
