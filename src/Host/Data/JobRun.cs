namespace Project06.Host.Data;

internal enum JobOutcome
{
    Running,
    Done,
    Failed,
    /// <summary>Its host stopped before it ended.</summary>
    Interrupted,
}

/// <summary>One run of a job on one host.</summary>
internal sealed class JobRun
{
    public required Guid Id { get; init; }
    public required string Job { get; init; }
    public required string Host { get; init; }

    /// <summary>The firing it answers; null when an administrator asked for it.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public required JobOutcome Outcome { get; init; }
    public string? Error { get; init; }
}
