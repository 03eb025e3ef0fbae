namespace Project06.EIdentification.Domain;

/// <summary>A passkey (WebAuthn credential) of an account: what its owner has, and unlocks by what they are or know.</summary>
internal sealed class Passkey
{
    public const int MostPerAccount = 10;

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required string Name { get; set; }
    public required long SignCount { get; set; }
    /// <summary>As the browser said them, with commas between.</summary>
    public required string Transports { get; init; }
    public required bool BackupEligible { get; init; }
    public required bool BackedUp { get; set; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientDataJson { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>A question put to an authenticator, as the framework keeps it; answering deletes it.</summary>
internal sealed class PasskeyChallenge
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public required Guid Id { get; init; }
    /// <summary>Whose new passkey it is for; null where somebody signs in.</summary>
    public required Guid? AccountId { get; init; }
    public required string State { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>One of ten codes on paper, for the day the phone is gone; it follows from the id.</summary>
internal sealed class RecoveryCode
{
    public const int Count = 10;

    /// <summary>How long after they were made they can be read on the screen.</summary>
    public static readonly TimeSpan Shown = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }
}

/// <summary>A browser the account has been signed in with.</summary>
internal sealed class KnownDevice
{
    public required Guid AccountId { get; init; }
    public required string DeviceHash { get; init; }
    public required DateTimeOffset FirstSeenAt { get; init; }
}

/// <summary>A new e-mail address: counts once confirmed; the old one may take it back for a week.</summary>
internal sealed class MailChange
{
    public const int MostAttempts = 5;
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(30), UndoLife = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string? OldMail { get; init; }
    public required string NewMail { get; init; }
    public int Attempts { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>Something that was changed about an account.</summary>
internal sealed class HistoryEntry
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>One of <see cref="HistoryKinds"/>.</summary>
    public required string Kind { get; init; }
    public string? Device { get; init; }
    /// <summary>The office where it was done, by name.</summary>
    public string? Organisation { get; init; }
    /// <summary>What it concerns, such as the change of address that can be undone.</summary>
    public Guid? SubjectId { get; init; }
}

/// <summary>What can happen to an account. Each has texts "history.…"; those told by e-mail "notice.….subject" and ".text" too.</summary>
internal static class HistoryKinds
{
    public const string Activated = "activated", NewDevice = "new-device", PasswordChanged = "password-changed",
        PasswordRecovered = "password-recovered", PasskeyAdded = "passkey-added", PasskeyRemoved = "passkey-removed",
        AppChanged = "app-changed", CodesMade = "codes-made", CodeUsed = "code-used", FactorsReset = "factors-reset",
        MailChanged = "mail-changed", MailRestored = "mail-restored", LevelRaised = "level-raised", PostGiven = "post-given",
        PostEnded = "post-ended", Closed = "closed", Reopened = "reopened";

    public static readonly IReadOnlyList<string> All =
    [
        Activated, NewDevice, PasswordChanged, PasswordRecovered, PasskeyAdded, PasskeyRemoved, AppChanged, CodesMade, CodeUsed,
        FactorsReset, MailChanged, MailRestored, LevelRaised, PostGiven, PostEnded, Closed, Reopened,
    ];

    /// <summary>What isn't worth a message: its owner did it a moment ago with all factors, or can't read it.</summary>
    public static bool IsTold(string kind) => kind is not (Activated or CodesMade or Closed or Reopened);
}

/// <summary>What a death ended here.</summary>
internal sealed class DeathRecord
{
    public required Guid EntryId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid? AccountId { get; init; }
    public required DateTimeOffset EndedAt { get; init; }
    public required int Sessions { get; init; }
    public required int Posts { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}
