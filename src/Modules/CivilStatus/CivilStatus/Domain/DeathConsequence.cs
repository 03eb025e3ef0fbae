using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Domain;

/// <summary>One report of one module about what a death ended or its undoing gave back; never changed, never deleted.</summary>
internal sealed class DeathConsequence
{
    public required Guid Id { get; init; }
    public required Guid DeathEntryId { get; init; }

    /// <summary>One of <see cref="ConsequenceKinds"/>.</summary>
    public required string Kind { get; init; }
    public required ConsequenceState State { get; init; }
    public required int Count { get; init; }
    public required string? WaitsForOrganisation { get; init; }
    public required DateTimeOffset At { get; init; }
}
