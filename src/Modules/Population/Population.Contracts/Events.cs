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
/// <param name="FormerEntryRevoked">
/// Whether the look-alike's own birth entry is out of force: then the officer may also answer that it is the same child
/// (CivilStatus' <c>SameChildConfirmed</c>), registered anew.
/// </param>
[Event("population.identity-number-needs-review")]
public sealed record IdentityNumberNeedsReview(Guid BirthEntryId, Guid LookAlikePersonId, bool FormerEntryRevoked = false) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>Something of a person's record changed: a correction, a residence, a death or its undoing.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Fields">Which fields (<c>PersonFields</c>); never the values.</param>
[Event("population.person-changed")]
public sealed record PersonChanged(Guid PersonId, IReadOnlyList<string> Fields) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"person:{PersonId}";
}
