using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Events;

/// <summary>
/// Delivers events. It claims a subject for a consuming module by locking the first delivery that isn't done, hands it
/// to its consumer and marks it; a subject whose head fails waits, others flow on, and so do other modules. Any number
/// of hosts may do this at once: a locked head is skipped, and only heads are ever claimed, so order per subject and
/// consuming module holds.
/// </summary>
public sealed class SubjectDispatcher(
    IServiceScopeFactory scopes, ModuleDataSources sources, EventRegistry registry, TimeProvider clock, ILogger<SubjectDispatcher> log)
{
    /// <summary>Failures in a row after which a subject is parked for an administrator.</summary>
    public const int AttemptsBeforeParking = 6;

    private static readonly ActivitySource Source = new("Project06.Outbox");

    private sealed record Claim(
        long Id, string Consumer, int Attempts, Guid EventId, string Payload, DateTimeOffset OccurredAt, string? CorrelationId);

    /// <summary>
    /// Delivers one waiting event of a producing module.
    /// </summary>
    /// <param name="producer">Whose outbox.</param>
    /// <param name="evenIfLater">Whether retries that wait for later are tried now.</param>
    /// <param name="cancellationToken">Stops between deliveries.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeliverNextAsync(ModuleDescriptor producer, bool evenIfLater, CancellationToken cancellationToken)
    {
        await using var connection = await sources.Of(producer).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await ClaimAsync(connection, producer.Schema, evenIfLater, cancellationToken) is not { } claim)
            return false;

        var failure = await TryHandleAsync(claim, cancellationToken);
        await MarkAsync(connection, producer.Schema, claim, failure, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<Claim?> ClaimAsync(
        NpgsqlConnection connection, string schema, bool evenIfLater, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT d.id, d.consumer, d.attempts, e.id, e.payload, e.occurred_at, e.correlation_id
            FROM {schema}.deliveries d JOIN {schema}.events e ON e.id = d.event_id
            WHERE d.done_at IS NULL AND d.parked_at IS NULL AND (@even_if_later OR d.next_try_at <= now())
              AND NOT EXISTS (SELECT FROM {schema}.deliveries p
                              WHERE p.subject = d.subject AND p.subject_version < d.subject_version AND p.done_at IS NULL
                                AND split_part(p.consumer, '.', 1) = split_part(d.consumer, '.', 1))
            ORDER BY d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
            """, connection);
        command.Parameters.AddWithValue("even_if_later", evenIfLater);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Claim(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetGuid(3), reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.IsDBNull(6) ? null : reader.GetString(6))
            : null;
    }

    private async Task<string?> TryHandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        using var activity = Source.StartActivity(claim.Consumer, ActivityKind.Consumer);
        try
        {
            await HandleAsync(claim, cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "{Consumer} failed on event {EventId}, attempt {Attempt}", claim.Consumer, claim.EventId, claim.Attempts + 1);
            return $"{exception.GetType().Name}: {exception.GetBaseException().Message}";
        }
    }

    private async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        var consumer = registry.Find(claim.Consumer)
            ?? throw new InvalidOperationException($"No code reacts as {claim.Consumer} any more.");
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(consumer.Module.Context);
        if (await db.Set<InboxRow>().AnyAsync(r => r.EventId == claim.EventId && r.Consumer == claim.Consumer, cancellationToken))
            return;

        db.Add(new InboxRow { EventId = claim.EventId, Consumer = claim.Consumer });
        var happened = JsonSerializer.Deserialize(claim.Payload, consumer.Event, EventRegistry.Json)!;
        var handler = scope.ServiceProvider.GetRequiredService(consumer.Handler);
        var context = new EventContext(claim.EventId, claim.OccurredAt, claim.CorrelationId);
        await (Task)typeof(IEventHandler<>).MakeGenericType(consumer.Event)
            .GetMethod(nameof(IEventHandler<IEvent>.HandleAsync))!
            .Invoke(handler, [happened, context, cancellationToken])!;
        if (db.ChangeTracker.HasChanges() || db.HasRaised)
            await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MarkAsync(
        NpgsqlConnection connection, string schema, Claim claim, string? failure, CancellationToken cancellationToken)
    {
        var attempts = claim.Attempts + 1;
        var now = clock.GetUtcNow();
        await using var command = failure is null
            ? new NpgsqlCommand($"UPDATE {schema}.deliveries SET done_at = @now, attempts = @attempts, last_error = NULL WHERE id = @id", connection)
            : new NpgsqlCommand($"""
                UPDATE {schema}.deliveries SET attempts = @attempts, last_error = @error,
                    next_try_at = now() + make_interval(secs => @wait), parked_at = @parked WHERE id = @id
                """, connection);
        command.Parameters.AddWithValue("id", claim.Id);
        command.Parameters.AddWithValue("attempts", attempts);
        if (failure is null)
            command.Parameters.AddWithValue("now", now);
        else
        {
            command.Parameters.AddWithValue("error", failure.Length > 2000 ? failure[..2000] : failure);
            command.Parameters.AddWithValue("wait", Math.Pow(2, attempts - 1));
            command.Parameters.Add(new NpgsqlParameter("parked", NpgsqlTypes.NpgsqlDbType.TimestampTz)
            {
                Value = attempts >= AttemptsBeforeParking ? now : DBNull.Value,
            });
        }
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
