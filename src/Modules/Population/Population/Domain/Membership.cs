using Project06.Population.Contracts;

namespace Project06.Population.Domain;

/// <summary>One version of who belongs to which household, and as what.</summary>
internal sealed record Membership : IVersion
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid HouseholdId { get; init; }
    public required Guid PersonId { get; init; }
    public required HouseholdRelation Relation { get; init; }
    public DateOnly? FromDate { get; init; }
    public DateOnly? UntilDate { get; init; }
    public required VersionStatus Status { get; init; }
    public required ChangeSource Source { get; init; }
    /// <summary>Dossier code or entry.</summary>
    public string? SourceRef { get; init; }
    public string? ProcedureCode { get; init; }
    public Guid? RequestId { get; init; }
    public Guid? DecidedBy { get; init; }
    public string? DecidingOrganisation { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    public static Membership Start(Guid householdId, Guid personId, HouseholdRelation relation, DateOnly? fromDate, Provenance from) =>
        new Membership
        {
            Id = Guid.CreateVersion7(from.RecordedAt), Version = 1, HouseholdId = householdId, PersonId = personId, Relation = relation,
            FromDate = fromDate, Status = VersionStatus.InForce, Source = from.Source, RecordedAt = from.RecordedAt,
        }.By(from);

    /// <summary>The next version: ended on a day.</summary>
    public Membership End(DateOnly on, Provenance from) =>
        (this with { Version = Version + 1, UntilDate = on, Status = VersionStatus.Ended }).By(from);

    /// <summary>The next version: as an earlier one had it.</summary>
    public Membership Restore(Membership earlier, Provenance from) => (earlier with { Version = Version + 1 }).By(from);

    /// <summary>The next version: it never should have been.</summary>
    public Membership Annul(Provenance from) => (this with { Version = Version + 1, Status = VersionStatus.Annulled }).By(from);

    private Membership By(Provenance from) => this with
    {
        Source = from.Source, SourceRef = from.Ref, ProcedureCode = from.ProcedureCode, RequestId = from.RequestId,
        DecidedBy = from.DecidedBy, DecidingOrganisation = from.DecidingOrganisation, DecidedAt = from.DecidedAt,
        RecordedAt = from.RecordedAt,
    };
}
