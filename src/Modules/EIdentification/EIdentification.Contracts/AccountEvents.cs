using Project06.BuildingBlocks.Events;

namespace Project06.EIdentification.Contracts;

/// <summary>An account was made for a person, not yet usable: the programme counts them as collected.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="UnitCode">Commune that counts it: the person's residence.</param>
/// <param name="Channel"><c>counter</c> or <c>letter</c>.</param>
/// <param name="At">When.</param>
[Event("e-identification.account-collected")]
public sealed record AccountCollected(Guid AccountId, Guid PersonId, string UnitCode, string Channel, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"account:{AccountId}";
}

/// <summary>Its owner took hold of an account and can sign in.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="UnitCode">Commune that counts it.</param>
/// <param name="Level">1 or 2 (Decree 69/2024/NĐ-CP).</param>
/// <param name="Channel"><c>counter</c> or <c>letter</c>.</param>
/// <param name="At">When.</param>
[Event("e-identification.account-activated")]
public sealed record AccountActivated(
    Guid AccountId, Guid PersonId, string UnitCode, int Level, string Channel, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"account:{AccountId}";
}

/// <summary>An account reached level 2.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="UnitCode">Commune that counts it.</param>
/// <param name="At">When.</param>
[Event("e-identification.account-level-raised")]
public sealed record AccountLevelRaised(Guid AccountId, Guid PersonId, string UnitCode, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"account:{AccountId}";
}

/// <summary>An account was closed: its owner's death is registered.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="UnitCode">Commune that counts it.</param>
/// <param name="At">When.</param>
[Event("e-identification.account-closed")]
public sealed record AccountClosed(Guid AccountId, Guid PersonId, string UnitCode, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"account:{AccountId}";
}

/// <summary>A closed account is open again: the registration of the death was wrong.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PersonId">Whose.</param>
/// <param name="UnitCode">Commune that counts it.</param>
/// <param name="At">When.</param>
[Event("e-identification.account-reopened")]
public sealed record AccountReopened(Guid AccountId, Guid PersonId, string UnitCode, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"account:{AccountId}";
}

/// <summary>Something about an account changed that its owner is told by e-mail. Handled by EIdentification itself.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="NoticeId">The entry of its history.</param>
[Event("e-identification.account-notice-due")]
public sealed record AccountNoticeDue(Guid AccountId, Guid NoticeId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"account-notice:{NoticeId}";
}

/// <summary>
/// Somebody who isn't signed in asked for a letter or a recovery message for a number. What comes of it is decided later,
/// so that the page tells nobody whether the number has an account. Handled by EIdentification itself.
/// </summary>
/// <param name="AskedId">What was asked.</param>
[Event("e-identification.asked-by-stranger")]
public sealed record AskedByStrangerReceived(Guid AskedId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"asked:{AskedId}";
}

/// <summary>Somebody was given a post, or it was taken from them, or its end was set.</summary>
/// <param name="PostId">The post.</param>
/// <param name="AccountId">Who holds or held it.</param>
/// <param name="OrganisationCode">Where.</param>
/// <param name="At">When it was decided.</param>
[Event("e-identification.post-changed")]
public sealed record PostChanged(Guid PostId, Guid AccountId, string OrganisationCode, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"post:{PostId}";
}
