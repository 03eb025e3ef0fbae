using Project06.Population.Contracts;

namespace Project06.Population.Domain;

/// <summary>One version of where somebody lives or stays.</summary>
internal sealed record Residence : IVersion
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid PersonId { get; init; }
    public required ResidenceKind Kind { get; init; }
    public required string UnitCode { get; init; }
    public required string Address { get; init; }
    /// <summary>Whose dwelling, for a stay or a temporary residence at somebody's.</summary>
    public Guid? HostId { get; init; }
    /// <summary>A close relative's stay: coming again needs no new notice.</summary>
    public required bool CoversRepeats { get; init; }
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

    public static Residence Start(
        Guid personId, ResidenceKind kind, string unitCode, string address, DateOnly? fromDate, DateOnly? untilDate, Provenance from,
        Guid? hostId = null, bool coversRepeats = false) => new Residence
    {
        Id = Guid.CreateVersion7(from.RecordedAt), Version = 1, PersonId = personId, Kind = kind, UnitCode = unitCode, Address = address,
        HostId = hostId, CoversRepeats = coversRepeats, FromDate = fromDate, UntilDate = untilDate, Status = VersionStatus.InForce,
        Source = from.Source, RecordedAt = from.RecordedAt,
    }.By(from);

    /// <summary>The next version: ended on a day.</summary>
    public Residence End(DateOnly on, Provenance from) =>
        (this with { Version = Version + 1, UntilDate = on, Status = VersionStatus.Ended }).By(from);

    /// <summary>The next version: as an earlier one had it.</summary>
    public Residence Restore(Residence earlier, Provenance from) => (earlier with { Version = Version + 1 }).By(from);

    /// <summary>The next version: it never should have been.</summary>
    public Residence Annul(Provenance from) => (this with { Version = Version + 1, Status = VersionStatus.Annulled }).By(from);

    private Residence By(Provenance from) => this with
    {
        Source = from.Source, SourceRef = from.Ref, ProcedureCode = from.ProcedureCode, RequestId = from.RequestId,
        DecidedBy = from.DecidedBy, DecidingOrganisation = from.DecidingOrganisation, DecidedAt = from.DecidedAt,
        RecordedAt = from.RecordedAt,
    };
}
