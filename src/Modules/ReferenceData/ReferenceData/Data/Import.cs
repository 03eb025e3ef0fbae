namespace Project06.ReferenceData.Data;

/// <summary>Which content the tables hold.</summary>
internal sealed class Import
{
    public required int Id { get; init; }
    public required string ContentHash { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
}
