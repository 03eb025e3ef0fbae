namespace Project06.Population.Domain;

/// <summary>A dossier's asking that was answered.</summary>
internal sealed class CarriedOut
{
    public required Guid RequestId { get; init; }
    public required string Effect { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Why not; null: done.</summary>
    public string? Refused { get; init; }
    public required Guid FiledBy { get; init; }
    public required string DossierCode { get; init; }
    public required string ProcedureCode { get; init; }
    public required string DecidingOrganisation { get; init; }
    public required string DecidingUnit { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
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

/// <summary>An absence that a death ended, or that its undoing gave back.</summary>
internal sealed class AbsenceEnd
{
    public required Guid AbsenceId { get; init; }
    public required Guid DeathEntryId { get; init; }
    public required DeathNoteKind Kind { get; init; }
    public required DateOnly OnDate { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A confirmation of residence as it was issued.</summary>
internal sealed class Confirmation
{
    public required Guid Id { get; init; }
    /// <summary>128 bits, in the QR code.</summary>
    public required string Token { get; init; }
    public required Guid RequestId { get; init; }
    public required Guid PersonId { get; init; }
    /// <summary>What the paper says, as JSON.</summary>
    public required string Content { get; init; }
    public required DateOnly AsOf { get; init; }
    public required string DossierCode { get; init; }
    public required string ProcedureCode { get; init; }
    public required Guid FiledBy { get; init; }
    public required string DecidingOrganisation { get; init; }
    public required string DecidingUnit { get; init; }
    public required Guid SignedBy { get; init; }
    public required string SignedByName { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public required Guid FileId { get; init; }
}
