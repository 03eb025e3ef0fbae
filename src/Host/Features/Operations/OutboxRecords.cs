namespace Project06.Host.Features.Operations;

/// <summary>How a module's outbox stands.</summary>
/// <param name="Schema">The module's schema.</param>
/// <param name="Waiting">Deliveries whose turn is now or comes after another of their subject.</param>
/// <param name="Delayed">Deliveries that failed and are tried again later.</param>
/// <param name="Parked">Deliveries that wait for an administrator.</param>
/// <param name="Oldest">When the oldest of all these happened.</param>
internal sealed record OutboxState(string Schema, long Waiting, long Delayed, long Parked, DateTimeOffset? Oldest);

/// <summary>A delivery that failed, parked or not.</summary>
internal sealed record FailingDelivery(
    string Schema, long Id, Guid EventId, string EventName, string Subject, string Consumer, int Attempts,
    DateTimeOffset OccurredAt, DateTimeOffset? ParkedAt, DateTimeOffset NextTryAt, DateTimeOffset? DoneAt,
    string? LastError, string? Note, string? CorrelationId, string Payload)
{
    public bool IsParked => ParkedAt is not null && DoneAt is null;

    /// <summary>Whether there is something to repair: what was never tried or is done isn't touched.</summary>
    public bool CanRepair => DoneAt is null && (ParkedAt is not null || Attempts > 0);
}

/// <summary>One event of a subject with one of its deliveries; without, nobody reacts to it.</summary>
internal sealed record SubjectEvent(
    long? DeliveryId, int Version, string Name, DateTimeOffset OccurredAt, string? Consumer, int Attempts,
    DateTimeOffset? DoneAt, DateTimeOffset? ParkedAt, string? Note);
