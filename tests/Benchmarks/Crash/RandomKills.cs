using System.Diagnostics;
using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Crash;

/// <summary>SIGKILL at random moments while dossiers flow.</summary>
internal sealed class RandomKills(PrivateNation nation, Random random)
{
    private const int LongestWaitMilliseconds = 2500;
    private static readonly string[] Outboxes = ["public_services", "civil_status", "population"];

    public int HostKills { get; private set; }

    /// <summary>Host kills while at least one event waited or was being handled.</summary>
    public int HostKillsAmidEvents { get; private set; }

    public int ServerKills { get; private set; }

    /// <summary>Starts that ended because PostgreSQL was killed meanwhile; whoever looks after a service starts it again.</summary>
    public int StartsRepeated { get; private set; }

    private bool _ready = true, _serverGone;

    /// <summary>Keeps mothers filing and officials working until all kills are done, then until all dossiers are.</summary>
    public async Task RunAsync(Traffic traffic, int hostKills, int serverKills, CancellationToken ct)
    {
        await StockAsync(traffic, (hostKills + serverKills + 2) / 3, ct);
        using var filing = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var mothers = Enumerable.Range(0, traffic.Mothers).Select(m => FileOnAsync(traffic, m, filing.Token)).ToList();
        var work = WorkOnAsync(traffic, filing.Token);
        while (HostKills < hostKills || ServerKills < serverKills)
        {
            var server = random.Next(hostKills - HostKills + serverKills - ServerKills) < serverKills - ServerKills;
            // Now and then before it has even started.
            if (random.Next(10) > 0)
                await WaitUntilReadyAsync(ct);
            await Task.Delay(random.Next(LongestWaitMilliseconds), ct);
            if (server)
                await KillServerAsync(ct);
            else
                await KillHostAsync(ct);
            if ((HostKills + ServerKills) % 10 == 0)
                Progress.Say($"{HostKills} of {hostKills} host kills, {ServerKills} of {serverKills} of PostgreSQL; {traffic.Filed.Count} dossiers.");
        }
        Progress.Say("All killed; waiting until every dossier is finished.");
        await WaitUntilReadyAsync(ct);
        await filing.CancelAsync();
        await Task.WhenAll(mothers.Append(work).Select(Quietly));
        await traffic.MoveAsync(null, d => d.Ended, ct);
        await WaitForEventsAsync(ct);
    }

    // Enough that something is always under way: filing takes longer than the host lives from now on.
    private static async Task StockAsync(Traffic traffic, int dossiers, CancellationToken ct)
    {
        var stock = await Task.WhenAll(Enumerable.Range(0, Math.Min(dossiers, traffic.Mothers)).Select(async mother =>
        {
            var filed = new List<Guid>();
            for (var i = mother; i < dossiers; i += traffic.Mothers)
                filed.Add(await traffic.FileAsync(mother, ct));
            return filed;
        }));
        await traffic.MoveAsync([.. stock.SelectMany(filed => filed)], d => d.Step == "registration", ct);
        Progress.Say($"{dossiers} dossiers wait for the officer's yes; killing at random.");
    }

    private async Task KillHostAsync(CancellationToken ct)
    {
        var waiting = await CountWaitingAsync(ct);
        await nation.Host.KillAsync();
        HostKills++;
        HostKillsAmidEvents += waiting > 0 ? 1 : 0;
        Start();
    }

    private void Start()
    {
        (_ready, _serverGone) = (false, false);
        nation.Host.Start();
    }

    // A host that serves must outlive its database; one that starts may give up without it.
    private async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await nation.Host.WaitUntilReadyAsync(ct);
                _ready = true;
                return;
            }
            catch (InvalidOperationException) when (!_ready && _serverGone && !nation.Host.IsRunning)
            {
                StartsRepeated++;
                await nation.Host.KillAsync();
                Start();
            }
        }
    }

    // The cluster's supervision starts it again, and the host finds it by itself.
    private async Task KillServerAsync(CancellationToken ct)
    {
        var before = nation.Cluster.ServerPid;
        using (var server = Process.GetProcessById(before))
        {
            server.Kill();
            await server.WaitForExitAsync(ct);
        }
        ServerKills++;
        _serverGone = true;
        while (nation.Cluster.ServerPid == before)
            await Task.Delay(50, ct);
    }

    // One dossier of each mother is under way at a time.
    private static async Task FileOnAsync(Traffic traffic, int mother, CancellationToken ct)
    {
        while (true)
        {
            var id = await traffic.FileAsync(mother, ct);
            while (!(await traffic.ReadAsync([id], ct)).Single().Ended)
                await Task.Delay(200, ct);
        }
    }

    private static async Task WorkOnAsync(Traffic traffic, CancellationToken ct)
    {
        while (true)
        {
            await traffic.MoveAsync(null, d => d.Ended, ct);
            await Task.Delay(100, ct);
        }
    }

    private async Task<long> CountWaitingAsync(CancellationToken ct) => await nation.ScalarAsync<long>(
        "SELECT " + string.Join(" + ", Outboxes.Select(o => $"(SELECT count(*) FROM {o}.deliveries WHERE done_at IS NULL)")), ct);

    private async Task WaitForEventsAsync(CancellationToken ct)
    {
        // A parked event never ends: the verdict names it.
        while (await nation.ScalarAsync<long>("SELECT " + string.Join(" + ", Outboxes.Select(
            o => $"(SELECT count(*) FROM {o}.deliveries WHERE done_at IS NULL AND parked_at IS NULL)")), ct) > 0)
            await Task.Delay(100, ct);
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }
}
