using Project06.BuildingBlocks.Events;

namespace Project06.Population.Contracts;

/// <summary>A new person has a number; parentage is recorded.</summary>
/// <param name="BirthEntryId">The civil-status entry it answers.</param>
/// <param name="PersonId">The new person.</param>
[Event("population.identity-number-issued")]
public sealed record IdentityNumberIssued(Guid BirthEntryId, Guid PersonId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>The child looks like one already numbered: an officer must look (twins pass by confirmation; BTP 3160/2021).</summary>
/// <param name="BirthEntryId">The civil-status entry it answers.</param>
/// <param name="LookAlikePersonId">The person it looks like.</param>
[Event("population.identity-number-needs-review")]
public sealed record IdentityNumberNeedsReview(Guid BirthEntryId, Guid LookAlikePersonId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}
