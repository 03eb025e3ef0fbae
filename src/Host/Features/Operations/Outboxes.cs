using Npgsql;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Host.Features.Operations;

/// <summary>The outboxes of all modules, each read and repaired under its own module's role.</summary>
internal sealed class Outboxes(IEnumerable<ModuleDescriptor> modules, ModuleDataSources sources)
{
    private const int MostShown = 100;

    private const string Columns = """
        d.id, d.event_id, e.name, d.subject, d.consumer, d.attempts, e.occurred_at, d.parked_at, d.next_try_at, d.done_at,
        d.last_error, d.note, e.correlation_id, jsonb_pretty(e.payload)
        """;

    /// <summary>How each module's outbox stands, in the order the modules were added.</summary>
    public async Task<IReadOnlyList<OutboxState>> StatesAsync(CancellationToken cancellationToken)
    {
        var states = new List<OutboxState>();
        foreach (var module in modules)
        {
            states.AddRange(await ReadAsync(module, $"""
                SELECT count(*) FILTER (WHERE d.parked_at IS NULL AND d.next_try_at <= now()),
                    count(*) FILTER (WHERE d.parked_at IS NULL AND d.next_try_at > now()),
                    count(*) FILTER (WHERE d.parked_at IS NOT NULL), min(e.occurred_at)
                FROM {module.Schema}.deliveries d JOIN {module.Schema}.events e ON e.id = d.event_id WHERE d.done_at IS NULL
                """, [], r => new OutboxState(module.Schema, r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), Instant(r, 3)), cancellationToken));
        }
        return states;
    }

    /// <summary>Deliveries that failed, parked ones first; at most a hundred a module.</summary>
    public async Task<IReadOnlyList<FailingDelivery>> FailingAsync(CancellationToken cancellationToken)
    {
        var failing = new List<FailingDelivery>();
        foreach (var module in modules)
        {
            failing.AddRange(await ReadAsync(module, $"""
                SELECT {Columns} FROM {module.Schema}.deliveries d JOIN {module.Schema}.events e ON e.id = d.event_id
                WHERE d.done_at IS NULL AND (d.parked_at IS NOT NULL OR d.attempts > 0)
                ORDER BY d.parked_at NULLS LAST, d.id LIMIT {MostShown}
                """, [], r => Delivery(module.Schema, r), cancellationToken));
        }
        return [.. failing.OrderBy(d => !d.IsParked).ThenBy(d => d.OccurredAt)];
    }

    /// <summary>One delivery; null where there is no such module or delivery.</summary>
    public async Task<FailingDelivery?> FindAsync(string schema, long id, CancellationToken cancellationToken) =>
        Module(schema) is not { } module ? null : (await ReadAsync(module, $"""
            SELECT {Columns} FROM {module.Schema}.deliveries d JOIN {module.Schema}.events e ON e.id = d.event_id WHERE d.id = $1
            """, [id], r => Delivery(module.Schema, r), cancellationToken)).SingleOrDefault();

    /// <summary>What happened to a subject, in order, with who was told.</summary>
    public async Task<IReadOnlyList<SubjectEvent>> SubjectAsync(string schema, string subject, CancellationToken cancellationToken) =>
        Module(schema) is not { } module ? [] : await ReadAsync(module, $"""
            SELECT d.id, e.subject_version, e.name, e.occurred_at, d.consumer, coalesce(d.attempts, 0), d.done_at, d.parked_at, d.note
            FROM {module.Schema}.events e LEFT JOIN {module.Schema}.deliveries d ON d.event_id = e.id
            WHERE e.subject = $1 ORDER BY e.subject_version, d.id LIMIT {MostShown}
            """, [subject], r => new SubjectEvent(
                r.IsDBNull(0) ? null : r.GetInt64(0), r.GetInt32(1), r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), Text(r, 4),
                r.GetInt32(5), Instant(r, 6), Instant(r, 7), Text(r, 8)), cancellationToken);

    /// <summary>Lets a delivery be tried again at once.</summary>
    /// <returns>Whether there was one still undone.</returns>
    public async Task<bool> ReplayAsync(string schema, long id, CancellationToken cancellationToken) =>
        Module(schema) is { } module && await WakeAsync(module, $"""
            UPDATE {module.Schema}.deliveries SET attempts = 0, parked_at = NULL, next_try_at = now()
            WHERE id = $1 AND done_at IS NULL
            """, [id], cancellationToken) > 0;

    /// <summary>Lets all parked deliveries of a consumer be tried again.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReplayConsumerAsync(string schema, string consumer, CancellationToken cancellationToken) =>
        Module(schema) is not { } module ? 0 : await WakeAsync(module, $"""
            UPDATE {module.Schema}.deliveries SET attempts = 0, parked_at = NULL, next_try_at = now()
            WHERE consumer = $1 AND done_at IS NULL AND parked_at IS NOT NULL
            """, [consumer], cancellationToken);

    /// <summary>Gives a delivery up with a reason, so that its subject flows on.</summary>
    /// <returns>Whether there was one still undone.</returns>
    public async Task<bool> SetAsideAsync(string schema, long id, string reason, CancellationToken cancellationToken) =>
        Module(schema) is { } module && await WakeAsync(module, $"""
            UPDATE {module.Schema}.deliveries SET done_at = now(), parked_at = NULL, note = $2
            WHERE id = $1 AND done_at IS NULL AND (parked_at IS NOT NULL OR attempts > 0)
            """, [id, reason], cancellationToken) > 0;

    // A schema from an address is only ever compared, never put into a statement.
    private ModuleDescriptor? Module(string schema) => modules.FirstOrDefault(m => m.Schema == schema);

    private async Task<int> WakeAsync(ModuleDescriptor module, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var connection = await sources.Of(module).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        int changed;
        await using (var command = Command(connection, sql, values))
            changed = await command.ExecuteNonQueryAsync(cancellationToken);
        await using (var wake = Command(connection, "SELECT pg_notify('p06_outbox', $1)", [module.Schema]))
            await wake.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private async Task<List<T>> ReadAsync<T>(
        ModuleDescriptor module, string sql, object[] values, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var connection = await sources.Of(module).OpenConnectionAsync(cancellationToken);
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));
        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static FailingDelivery Delivery(string schema, NpgsqlDataReader r) => new(
        schema, r.GetInt64(0), r.GetGuid(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt32(5),
        r.GetFieldValue<DateTimeOffset>(6), Instant(r, 7), r.GetFieldValue<DateTimeOffset>(8), Instant(r, 9),
        Text(r, 10), Text(r, 11), Text(r, 12), r.GetString(13));

    private static string? Text(NpgsqlDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static DateTimeOffset? Instant(NpgsqlDataReader r, int at) =>
        r.IsDBNull(at) ? null : r.GetFieldValue<DateTimeOffset>(at);
}
