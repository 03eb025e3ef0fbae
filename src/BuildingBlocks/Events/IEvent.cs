namespace Project06.BuildingBlocks.Events;

/// <summary>
/// Something that happened in a module, told to others through the outbox. Carries ids, never personal data. Lives
/// in the module's Contracts and carries <see cref="EventAttribute"/>.
/// </summary>
public interface IEvent
{
    /// <summary>What it happened to, such as <c>dossier:0193…</c>; events of one subject are delivered in order.</summary>
    string Subject { get; }
}

/// <summary>The event's name on the wire, stable for ever: <c>civil-status.birth-registered</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>Where and when an event happened.</summary>
/// <param name="EventId">Its id; the inbox knows it by this.</param>
/// <param name="OccurredAt">When its change was committed, UTC.</param>
/// <param name="CorrelationId">The request it came from.</param>
public sealed record EventContext(Guid EventId, DateTimeOffset OccurredAt, string? CorrelationId);

/// <summary>
/// A module's reaction to an event. Runs under the module's own role; its changes and its inbox row are one
/// transaction, so it takes effect once however often the event is delivered. It may save, or leave the saving to
/// the dispatcher. A thrown exception is tried again later, then parked for an administrator.
/// </summary>
public interface IEventHandler<in TEvent> where TEvent : IEvent
{
    /// <summary>Reacts.</summary>
    Task HandleAsync(TEvent happened, EventContext context, CancellationToken cancellationToken);
}
