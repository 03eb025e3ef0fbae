using Project06.BuildingBlocks.Events;

namespace Project06.CivilStatus.Contracts;

/// <summary>
/// A death stands in the register (Law 60/2014 art. 32–34; Decree 123/2015 art. 4). Every module that holds something of
/// the dead person ends it, and reports with <see cref="DeathConsequenceRecorded"/>.
/// </summary>
/// <param name="DeathEntryId">The entry.</param>
/// <param name="PersonId">Who died.</param>
/// <param name="DiedOn">Day of death.</param>
/// <param name="UnitCode">The registering commune.</param>
/// <param name="RegisteredAt">When it was registered.</param>
[Event("civil-status.death-registered")]
public sealed record DeathRegistered(
    Guid DeathEntryId, Guid PersonId, DateOnly DiedOn, string UnitCode, DateTimeOffset RegisteredAt) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"person:{PersonId}";
}

/// <summary>
/// The entry was wrong: the person lives. Every module restores what it ended by <see cref="DeathRegistered"/>, keeps
/// both facts, and reports again.
/// </summary>
/// <param name="DeathEntryId">The entry taken out of force.</param>
/// <param name="PersonId">Who was said to have died.</param>
/// <param name="UnitCode">The registering commune.</param>
/// <param name="RevokedAt">When it was taken out of force.</param>
[Event("civil-status.death-registration-revoked")]
public sealed record DeathRegistrationRevoked(
    Guid DeathEntryId, Guid PersonId, string UnitCode, DateTimeOffset RevokedAt) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"person:{PersonId}";
}

/// <summary>What became of one thing that a death ends.</summary>
public enum ConsequenceState
{
    /// <summary>There was nothing to end.</summary>
    Nothing,
    /// <summary>Ended.</summary>
    Done,
    /// <summary>A human must act.</summary>
    Waiting,
    /// <summary>Given back after a wrong registration.</summary>
    Restored,
}

/// <summary>
/// A module reports what it did about a death or its undoing, one event for each kind of thing; raised by that module,
/// shown together by CivilStatus. The latest report of a kind counts.
/// </summary>
/// <param name="DeathEntryId">The entry.</param>
/// <param name="PersonId">Who died or was said to.</param>
/// <param name="Kind">One of <see cref="ConsequenceKinds"/>.</param>
/// <param name="State">What became of it.</param>
/// <param name="Count">How many things it concerned, such as three sessions.</param>
/// <param name="WaitsForOrganisation">Organisation that must act; null when nobody must or a citizen must.</param>
/// <param name="At">When.</param>
[Event("civil-status.death-consequence-recorded")]
public sealed record DeathConsequenceRecorded(
    Guid DeathEntryId, Guid PersonId, string Kind, ConsequenceState State, int Count, string? WaitsForOrganisation,
    DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"person:{PersonId}";
}

/// <summary>What a death ends.</summary>
public static class ConsequenceKinds
{
    /// <summary>The person's record in Population is marked with the day of death.</summary>
    public const string Record = "record";
    /// <summary>Permanent, temporary residence, absences and stays.</summary>
    public const string Residence = "residence";
    /// <summary>Head of household: a successor is asked for.</summary>
    public const string Headship = "headship";
    /// <summary>Electronic account, its factors.</summary>
    public const string Account = "account";
    /// <summary>Open sign-in sessions.</summary>
    public const string Sessions = "sessions";
    /// <summary>Powers of attorney and staff posts held.</summary>
    public const string Powers = "powers";
    /// <summary>Consents given and asked for.</summary>
    public const string Consents = "consents";
    /// <summary>Dossiers the person had filed, on the office's list.</summary>
    public const string Dossiers = "dossiers";
    /// <summary>Social-security payments.</summary>
    public const string Payments = "payments";
}
