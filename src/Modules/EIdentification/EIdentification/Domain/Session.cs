namespace Project06.EIdentification.Domain;

/// <summary>How the second factor was given.</summary>
internal enum SecondFactor
{
    /// <summary>A code from an app.</summary>
    App,
    /// <summary>A code sent by e-mail.</summary>
    Mail,
    /// <summary>A passkey, which is both factors.</summary>
    Passkey,
    /// <summary>A code from paper.</summary>
    RecoveryCode,
}

/// <summary>
/// One sign-in of one browser. The cookie names it and holds nothing else of worth, so ending it here ends it. No
/// address of the client is kept.
/// </summary>
internal sealed class Session
{
    /// <summary>However busy, a session ends after this long.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(12);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastSeenAt { get; set; }
    /// <summary>On a computer that others use too: locks sooner.</summary>
    public required bool Shared { get; init; }
    public required SecondFactor Factor { get; init; }
    /// <summary>Family of browser and system, such as "Firefox, Android".</summary>
    public required string Device { get; init; }
    public DateTimeOffset? LockedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
