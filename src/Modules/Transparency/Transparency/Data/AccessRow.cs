namespace Project06.Transparency.Data;

/// <summary>One person's data, shown once to somebody. Written by the database function only.</summary>
internal sealed class AccessRow
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid PersonId { get; init; }
    public Guid? ActorAccount { get; init; }
    public Guid? ActorPerson { get; init; }
    public string? Organisation { get; init; }
    public string? OrganisationName { get; init; }
    public required string Purpose { get; init; }
    public string? Procedure { get; init; }
    public string? Dossier { get; init; }
    public required string[] Fields { get; init; }
    public required byte[] Salt { get; init; }
    public required byte[] Hash { get; init; }
}
