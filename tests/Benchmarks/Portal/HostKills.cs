using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Portal;

/// <summary>SIGKILL of the host at random moments.</summary>
internal sealed class HostKills(PrivateNation nation, IReadOnlyList<string> outboxes, Random random)
{
    public int Done { get; private set; }

    /// <summary>Kills while at least one event waited or was being handled.</summary>
    public int AmidEvents { get; private set; }

    public async Task RunAsync(PortalPlan plan, Promises promises, CancellationToken ct)
    {
        while (Done < plan.Kills)
        {
            // Now and then before it has even started.
            if (random.Next(10) > 0)
                await nation.Host.WaitUntilReadyAsync(ct);
            await Task.Delay(random.Next(plan.LongestWait), ct);
            AmidEvents += await CountWaitingAsync(ct) > 0 ? 1 : 0;
            await nation.Host.KillAsync();
            Done++;
            nation.Host.Start();
            if (Done % 10 == 0)
                Progress.Say($"{Done} of {plan.Kills} kills; {promises.Dossiers.Count} dossiers, {promises.Count} things acknowledged.");
        }
        await nation.Host.WaitUntilReadyAsync(ct);
    }

    /// <summary>Waits until every event has taken effect; a parked one never does: the verdict names it.</summary>
    public async Task WaitForEventsAsync(CancellationToken ct)
    {
        while (await CountWaitingAsync(ct) > 0)
            await Task.Delay(100, ct);
    }

    private Task<long> CountWaitingAsync(CancellationToken ct) => nation.ScalarAsync<long>(
        "SELECT " + string.Join(" + ", outboxes.Select(o => $"(SELECT count(*) FROM {o}.deliveries WHERE done_at IS NULL AND parked_at IS NULL)")), ct);
}
