namespace Project06.Host.Data;

internal enum OperationAction { Replay, ReplayAll, SetAside, RunJob }

/// <summary>What an administrator did, by account; written before it is done, never changed.</summary>
internal sealed class OperationEntry
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>Organisation code of the post it was done from.</summary>
    public string? Organisation { get; init; }

    public required OperationAction Action { get; init; }

    /// <summary>Schema and delivery, schema and consumer, or job.</summary>
    public required string Target { get; init; }

    public Guid? EventId { get; init; }
    public string? Reason { get; init; }
}
