namespace Project06.Population.Domain;

/// <summary>
/// People who share one legal dwelling (Law on Residence 68/2020/QH14). Its address never changes: who moves registers
/// elsewhere. Who was head when stands in the memberships.
/// </summary>
internal sealed class Household
{
    public required Guid Id { get; init; }
    public required string UnitCode { get; init; }
    public required string Address { get; init; }
    /// <summary>Null while it waits for a successor, and once it has ended.</summary>
    public Guid? HeadId { get; private set; }
    /// <summary>Day of the head's death while nobody has been named.</summary>
    public DateOnly? HeadlessSince { get; private set; }
    /// <summary>The death entry that left it without a head; kept after a successor is named.</summary>
    public Guid? HeadlessEntry { get; private set; }
    /// <summary>The day its last member left or died.</summary>
    public DateOnly? EndedOn { get; private set; }

    public static Household Of(Guid id, string unitCode, string address, Guid headId) =>
        new() { Id = id, UnitCode = unitCode, Address = address, HeadId = headId };

    public void Name(Guid headId) => (HeadId, HeadlessSince) = (headId, null);

    public void LoseHead(DateOnly on, Guid deathEntryId) => (HeadId, HeadlessSince, HeadlessEntry) = (null, on, deathEntryId);

    /// <summary>Its last member died.</summary>
    public void EndByDeath(DateOnly on, Guid deathEntryId) => (HeadId, HeadlessSince, HeadlessEntry, EndedOn) = (null, null, deathEntryId, on);

    public void End(DateOnly on) => (HeadId, HeadlessSince, EndedOn) = (null, null, on);

    /// <summary>The death that ended it didn't happen, but it had no head before either.</summary>
    public void WaitAgain(DateOnly since) => (HeadlessSince, EndedOn) = (since, null);

    /// <summary>The death that left it without a head, or without anybody, didn't happen.</summary>
    public void Restore(Guid headId) => (HeadId, HeadlessSince, HeadlessEntry, EndedOn) = (headId, null, null, null);
}
