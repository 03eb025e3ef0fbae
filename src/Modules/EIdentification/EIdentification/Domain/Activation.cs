namespace Project06.EIdentification.Domain;

/// <summary>What a code is for.</summary>
internal enum ActivationKind
{
    /// <summary>A new account, before a clerk.</summary>
    Counter,
    /// <summary>A new account, at home, by a code that came by letter.</summary>
    Letter,
    /// <summary>New ways to sign in for an account whose owner lost theirs.</summary>
    Reset,
    /// <summary>Level 2 for an account of level 1, before the police.</summary>
    Raise,
}

/// <summary>
/// A code that lets somebody take hold of their account. The clerk confirms by making it, the citizen by confirming; at
/// the end there are ways to sign in.
/// </summary>
internal sealed class Activation
{
    public static readonly TimeSpan CounterLife = TimeSpan.FromMinutes(15), LetterLife = TimeSpan.FromDays(30);

    /// <summary>Wrong codes after which the right one counts no more.</summary>
    public const int MostAttempts = 10;

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required ActivationKind Kind { get; init; }
    /// <summary>The document shown (<see cref="Documents"/>); null for a letter.</summary>
    public string? Document { get; init; }
    public required int Level { get; init; }
    public string? OrganisationCode { get; init; }
    public Guid? ClerkAccount { get; init; }
    public int Attempts { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public DateTimeOffset? DiedAt { get; set; }

    public bool IsAlive(DateTimeOffset now) => FinishedAt is null && DiedAt is null && now < ExpiresAt;
}

/// <summary>Documents that show who somebody is.</summary>
internal static class Documents
{
    public static readonly IReadOnlyList<string> All = ["identity-card", "electronic-card", "passport", "birth-certificate"];
}

/// <summary>What a stranger asked for, to be looked at later.</summary>
internal enum StrangerKind
{
    /// <summary>A code by letter.</summary>
    Letter,
    /// <summary>A code by e-mail for a forgotten password.</summary>
    Recovery,
}

/// <summary>Asked for at home by anybody; what comes of it, the page doesn't say.</summary>
internal sealed class AskedByStranger
{
    public const int MostAttempts = 5;
    public static readonly TimeSpan RecoveryLife = TimeSpan.FromMinutes(15), LetterPause = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required StrangerKind Kind { get; init; }
    public required string Number { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}
