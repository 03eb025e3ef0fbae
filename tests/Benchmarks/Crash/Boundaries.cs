using Npgsql;
using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Crash;

/// <summary>One delivery of step 6: an event of one module on its way to a consumer of another.</summary>
internal sealed record Link(string Outbox, string EventName, string Consumer, string ConsumerSchema)
{
    public override string ToString() => $"{EventName} → {Consumer}";
}

/// <summary>
/// Kills the host exactly at the boundaries between the events of step 6. Triggers that exist in the proof's own database
/// only hold each delivery in three places: before it is claimed, inside the consumer's transaction, and between the
/// consumer's commit and the mark in the outbox. Three dossiers stand in the three places when the host is killed.
/// </summary>
internal sealed class Boundaries
{
    private const string BeforeDelivery = "before", InConsumer = "inside", BeforeMark = "after";
    private const int GateClass = 6;

    private static readonly Link[] AfterRegister =
    [
        new("public_services", "public-services.effect-requested", "CivilStatus.OnEffectRequested", "civil_status"),
        new("civil_status", "civil-status.birth-entry-written", "Population.OnBirthEntryWritten", "population"),
        new("population", "population.identity-number-issued", "CivilStatus.OnIdentityNumberIssued", "civil_status"),
        new("civil_status", "public-services.effect-answered", "PublicServices.OnEffectAnswered", "public_services"),
    ];

    private static readonly Link[] AfterSignature =
    [
        new("public_services", "public-services.effect-requested", "CivilStatus.OnEffectRequested", "civil_status"),
        new("civil_status", "public-services.effect-answered", "PublicServices.OnEffectAnswered", "public_services"),
        new("public_services", "public-services.dossier-ended", "Steering.OnDossierEnded", "steering"),
        new("public_services", "public-services.message-written", "PublicServices.OnMessageWritten", "public_services"),
    ];

    private readonly PrivateNation _nation;

    private Boundaries(PrivateNation nation) => _nation = nation;

    /// <summary>How often a dossier stood at a boundary when the host was killed.</summary>
    public int Covered { get; private set; }

    public static async Task<Boundaries> CreateAsync(PrivateNation nation, CancellationToken ct)
    {
        await nation.ExecuteAsync(BoundaryTriggers.Sql(GateClass, ["public_services", "civil_status", "population", "steering"]), ct);
        return new Boundaries(nation);
    }

    /// <summary>Walks three new dossiers from the officer's yes to the end; answers how often the host was killed.</summary>
    public async Task<int> WalkAsync(Traffic traffic, int round, CancellationToken ct)
    {
        var dossiers = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => traffic.FileAsync((round * 3 + i) % traffic.Mothers, ct)));
        await traffic.MoveAsync(dossiers, d => d.Step == "registration", ct);
        Progress.Say("Three dossiers wait for the officer's yes.");
        var kills = 0;
        await ArmAsync(AfterRegister, ct);
        await traffic.MoveAsync(dossiers, d => d.Step == "registration" && d.Pending, ct);
        foreach (var link in AfterRegister)
            await KillAtAsync(link, kills++ + round, ct);

        await DisarmAsync(ct);
        await traffic.MoveAsync(dossiers, d => d is { Step: "signature", Pending: false }, ct);
        await ArmAsync(AfterSignature, ct);
        await traffic.MoveAsync(dossiers, d => d is { Step: "signature", Pending: true }, ct);
        foreach (var link in AfterSignature)
            await KillAtAsync(link, kills++ + round, ct);
        await DisarmAsync(ct);
        await traffic.MoveAsync(dossiers, d => d.Ended, ct);
        return kills;
    }

    private async Task KillAtAsync(Link link, int turn, CancellationToken ct)
    {
        var held = await HeldAsync(link, ct);
        await using var gate = await _nation.ConnectAsync(ct);
        await RunAsync(gate, $"SELECT pg_advisory_lock({GateClass}, 1)", ct);
        // The one inside comes last: it holds what its transaction locks, such as the commune's book.
        string[] places = [BeforeDelivery, BeforeMark, InConsumer];
        for (var i = 0; i < places.Length; i++)
        {
            var id = held[(i + turn) % held.Count];
            await _nation.ExecuteAsync("UPDATE proof.held SET place = $3 WHERE event_id = $1 AND consumer = $2", ct, id, link.Consumer, places[i]);
            if (places[i] == BeforeDelivery)
                continue;
            await ReleaseAsync(link, id, ct);
            await WaitAtGateAsync(i, link, ct);
        }
        await CheckPlacesAsync(link, ct);

        await _nation.Host.KillAsync();
        Covered += held.Count;
        Progress.Say($"Killed at {link}.");
        foreach (var id in held)
            await _nation.ExecuteAsync("DELETE FROM proof.held WHERE event_id = $1 AND consumer = $2", ct, id, link.Consumer);
        await RunAsync(gate, $"SELECT pg_advisory_unlock({GateClass}, 1)", ct);
        foreach (var id in held)
            await ReleaseAsync(link, id, ct);
        _nation.Host.Start();
    }

    // All three have come to this link and are held before it.
    private async Task<List<Guid>> HeldAsync(Link link, CancellationToken ct)
    {
        while (true)
        {
            var held = await _nation.QueryAsync(
                "SELECT event_id FROM proof.held WHERE outbox = $1 AND consumer = $2 ORDER BY event_id", r => r.GetGuid(0), ct, link.Outbox, link.Consumer);
            if (held.Count >= 3)
                return held;
            await Task.Delay(20, ct);
        }
    }

    private async Task WaitAtGateAsync(int count, Link link, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        try
        {
            while (await _nation.ScalarAsync<long>(
                $"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = {GateClass} AND NOT granted", limit.Token) < count)
                await Task.Delay(10, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{link} doesn't come to its boundary.");
        }
    }

    // One is untouched, one is in the consumer's open transaction, one is committed there and open here.
    private async Task CheckPlacesAsync(Link link, CancellationToken ct)
    {
        var seen = await _nation.QueryAsync($"""
            SELECT h.place, EXISTS (SELECT FROM {link.ConsumerSchema}.inbox i WHERE i.event_id = h.event_id AND i.consumer = h.consumer),
                   EXISTS (SELECT FROM {link.Outbox}.deliveries d WHERE d.event_id = h.event_id AND d.consumer = h.consumer AND d.done_at IS NOT NULL)
            FROM proof.held h WHERE h.outbox = $1 AND h.consumer = $2 ORDER BY h.place
            """, r => (Place: r.GetString(0), Handled: r.GetBoolean(1), Marked: r.GetBoolean(2)), ct, link.Outbox, link.Consumer);
        if (!seen.SequenceEqual([(BeforeMark, true, false), (BeforeDelivery, false, false), (InConsumer, false, false)]))
            throw new InvalidOperationException($"Not at the boundaries of {link}: {string.Join(", ", seen)}");
    }

    private Task ReleaseAsync(Link link, Guid eventId, CancellationToken ct) => _nation.ExecuteAsync(
        $"WITH let AS (UPDATE {link.Outbox}.deliveries SET next_try_at = now() WHERE event_id = $1 AND consumer = $2 RETURNING 1) "
        + $"SELECT pg_notify('p06_outbox', '{link.Outbox}') FROM let", ct, eventId, link.Consumer);

    private async Task ArmAsync(IEnumerable<Link> links, CancellationToken ct)
    {
        foreach (var link in links)
            await _nation.ExecuteAsync("INSERT INTO proof.armed (event_name, consumer) VALUES ($1, $2)", ct, link.EventName, link.Consumer);
    }

    private Task DisarmAsync(CancellationToken ct) => _nation.ExecuteAsync("DELETE FROM proof.armed", ct);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
