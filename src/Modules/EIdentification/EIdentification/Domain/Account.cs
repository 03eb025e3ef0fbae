namespace Project06.EIdentification.Domain;

/// <summary>How it is known that an account's holder is the person.</summary>
internal static class Assurances
{
    public const string Document = "document", Biometrics = "biometrics", Letter = "letter", Sample = "sample";
}

/// <summary>
/// A person's electronic account. Name and form of address are copies from Population, so that no request needs to ask
/// for them again. It begins collected and is usable once activated.
/// </summary>
internal sealed class Account
{
    public const string Vietnamese = "vi", English = "en";

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    /// <summary>The person's 12-digit number, which is typed to sign in.</summary>
    public required string Number { get; init; }
    public required string DisplayName { get; init; }
    /// <summary>chị, anh, bà, ông or bạn (<see cref="Salutations"/>).</summary>
    public required string Salutation { get; init; }
    public required string? Email { get; set; }
    /// <summary>Null where its owner has passkeys only, or has yet to choose.</summary>
    public required string? PasswordHash { get; set; }
    /// <summary>Key of the code app, encrypted (<see cref="Sessions.AuthenticatorSecret"/>); null where there is no app.</summary>
    public required string? AuthenticatorSecret { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Language of the messages sent: the one last signed in with.</summary>
    public string Language { get; set; } = Vietnamese;

    /// <summary>Time step of the last code taken from the app: no earlier one and not the same counts again.</summary>
    public long? LastCodeStep { get; private set; }

    /// <summary>Commune it was collected for, which counts it.</summary>
    public string UnitCode { get; init; } = "";

    /// <summary>1 or 2 (Decree 69/2024/NĐ-CP).</summary>
    public int Level { get; private set; } = 1;
    public string AssuredBy { get; private set; } = Assurances.Document;
    public DateTimeOffset? ActivatedAt { get; private set; }
    public DateTimeOffset? LevelTwoAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    /// <summary>The entry of the death that closed it.</summary>
    public Guid? ClosedBy { get; private set; }
    /// <summary>Counted up whenever a post changes.</summary>
    public long RightsVersion { get; private set; }

    /// <summary>Whether somebody can sign in with it.</summary>
    public bool IsOpen => ActivatedAt is not null && ClosedAt is null;

    /// <summary>Says what is known of its holder; a level once reached stays.</summary>
    /// <returns>Whether the level rose.</returns>
    public bool Assure(int level, string by, DateTimeOffset now)
    {
        if (level <= Level && ActivatedAt is not null)
            return false;
        var rises = level == 2 && Level < 2;
        (Level, AssuredBy) = (Math.Max(level, Level), by);
        LevelTwoAt ??= Level == 2 ? now : null;
        return rises;
    }

    public void Activate(DateTimeOffset now) => ActivatedAt ??= now;

    /// <summary>No way to sign in is left; its owner chooses new ones.</summary>
    public void ForgetFactors() => (PasswordHash, AuthenticatorSecret) = (null, null);

    public void UseAuthenticator(string secret) => (AuthenticatorSecret, LastCodeStep) = (secret, null);

    public void Close(Guid entry, DateTimeOffset now) => (ClosedAt, ClosedBy) = (now, entry);

    public void Reopen() => (ClosedAt, ClosedBy) = (null, null);
}
