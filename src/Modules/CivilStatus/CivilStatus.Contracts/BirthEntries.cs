using MediatR;
using Project06.BuildingBlocks.Events;

namespace Project06.CivilStatus.Contracts;

/// <summary>A birth stands numbered in the book and waits for the child's identity number.</summary>
/// <param name="BirthEntryId">The entry.</param>
[Event("civil-status.birth-entry-written")]
public sealed record BirthEntryWritten(Guid BirthEntryId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>An officer confirmed that the child of this entry is nobody already numbered.</summary>
/// <param name="BirthEntryId">The entry.</param>
[Event("civil-status.distinct-child-confirmed")]
public sealed record DistinctChildConfirmed(Guid BirthEntryId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>
/// An officer confirmed that the child of this entry is the person it looks like, whose own entry is out of force:
/// Population keeps that person's one number for this entry and answers with <c>IdentityNumberIssued</c>.
/// </summary>
/// <param name="BirthEntryId">The entry.</param>
/// <param name="PersonId">The person it looks like.</param>
[Event("civil-status.same-child-confirmed")]
public sealed record SameChildConfirmed(Guid BirthEntryId, Guid PersonId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>A birth is registered: entry complete and certificate signed.</summary>
/// <param name="BirthEntryId">The entry.</param>
/// <param name="ChildId">The child in Population.</param>
/// <param name="UnitCode">The registering commune.</param>
[Event("civil-status.birth-registered")]
public sealed record BirthRegistered(Guid BirthEntryId, Guid ChildId, string UnitCode) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>A leader took an entry out of force; its certificate isn't valid any more.</summary>
/// <param name="BirthEntryId">The entry.</param>
/// <param name="ChildId">The child, where a number had been issued.</param>
/// <param name="UnitCode">The registering commune.</param>
[Event("civil-status.birth-entry-revoked")]
public sealed record BirthEntryRevoked(Guid BirthEntryId, Guid? ChildId, string UnitCode) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>
/// Asks for the content of a birth entry as it reads today, signed notes beside it taken in; between modules, shows
/// nobody anything. 404 when there is none.
/// </summary>
public sealed record FindBirthEntry(Guid BirthEntryId) : IRequest<BirthEntryContent>;

/// <summary>
/// What Population needs of an entry to make a person. <c>Sex</c> is a code of QCVN 109 ("1" male, "2" female, "0"
/// unknown), <c>EntryNumber</c> reads 12/2026.
/// </summary>
public sealed record BirthEntryContent(
    Guid BirthEntryId, string Surname, string MiddleName, string GivenName, string Sex, DateOnly BirthDate,
    string BirthPlace, string EthnicCode, string Nationality, string NativePlace, Guid? MotherId, Guid? FatherId,
    string RegistrationUnit, string EntryNumber, DateOnly RegisteredOn);
