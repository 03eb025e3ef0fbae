namespace Project06.Population.Domain;

/// <summary>A number given to a newborn. Never changed and never given again.</summary>
internal sealed class IssuedNumber
{
    public required string Number { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid BirthEntryId { get; init; }
    /// <summary>False while no text that we have says which prefix follows the merger of the provinces.</summary>
    public required bool PrefixVerified { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
}

/// <summary>A birth entry whose child looks like somebody already numbered; waits for an officer.</summary>
internal sealed class BirthReview
{
    public required Guid BirthEntryId { get; init; }
    public required Guid LookAlikeId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;
}
