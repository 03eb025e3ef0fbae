namespace Project06.Population.Domain;

/// <summary>A dossier's asking that was answered.</summary>
internal sealed class CarriedOut
{
    public required Guid RequestId { get; init; }
    public required string Effect { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A birth entry that is out of force; its child keeps the number.</summary>
internal sealed class RevokedBirth
{
    public required Guid BirthEntryId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset RevokedAt { get; init; }
}

/// <summary>A new entry of a child who already has a number.</summary>
internal sealed class BirthLink
{
    public required Guid BirthEntryId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset LinkedAt { get; init; }
}

/// <summary>A death entry as it was told, or its undoing.</summary>
internal sealed class DeathNote
{
    public required Guid DeathEntryId { get; init; }
    public required DeathNoteKind Kind { get; init; }
    public required Guid PersonId { get; init; }
    public DateOnly? DiedOn { get; init; }
    public required string UnitCode { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

internal enum DeathNoteKind
{
    Registered, Revoked,
}
