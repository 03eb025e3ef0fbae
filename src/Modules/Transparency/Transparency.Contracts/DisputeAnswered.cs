using Project06.BuildingBlocks.Events;

namespace Project06.Transparency.Contracts;

/// <summary>A disputed look at somebody's data was answered by whoever looked, or by the operator.</summary>
/// <param name="DisputeId">The dispute.</param>
/// <param name="PersonId">Who disputed the look; the answer is theirs to read.</param>
/// <param name="LookId">The look, as <c>/my-data/access-log/{LookId}/dispute</c> names it.</param>
/// <param name="At">When.</param>
[Event("transparency.dispute-answered")]
public sealed record DisputeAnswered(Guid DisputeId, Guid PersonId, long LookId, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dispute:{DisputeId}";
}
