namespace Project06.Population.Domain;

/// <summary>A recorded temporary absence (Law on Residence 68/2020/QH14 art. 31).</summary>
internal sealed class Absence
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    /// <summary>Point of art. 31(1): a, b, c or d.</summary>
    public required string Ground { get; init; }
    public required DateOnly FromDate { get; init; }
    /// <summary>Last day away; null when not known.</summary>
    public DateOnly? UntilDate { get; init; }
    public string? DestinationUnit { get; init; }
    public required string DestinationAddress { get; init; }
    public required string Reason { get; init; }
    /// <summary>The asking it answers; one asking records one absence.</summary>
    public required Guid RequestId { get; init; }
    public required Guid DossierId { get; init; }
    public required string DossierCode { get; init; }
    public required string ProcedureCode { get; init; }
    public required Guid FiledBy { get; init; }
    public required string DecidingOrganisation { get; init; }
    public required string DecidingUnit { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}
