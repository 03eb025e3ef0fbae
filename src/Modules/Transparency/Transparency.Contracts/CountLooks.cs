using MediatR;

namespace Project06.Transparency.Contracts;

/// <summary>Asks, for a person's home page, how often others looked at their data in the last days, and the latest look.</summary>
public sealed record CountLooks(Guid PersonId, int Days) : IRequest<LookSummary>;

/// <summary>How often, and the latest.</summary>
/// <param name="Count">Looks in the period.</param>
/// <param name="LatestOrganisation">Whose was the latest; null when by a citizen or when there was none.</param>
/// <param name="LatestAt">When; null when there was none.</param>
public sealed record LookSummary(int Count, string? LatestOrganisation, DateTimeOffset? LatestAt);
