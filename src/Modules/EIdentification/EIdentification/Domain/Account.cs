namespace Project06.EIdentification.Domain;

/// <summary>
/// A person's electronic account. Name and form of address are copies from Population, so that no request needs to ask
/// for them again.
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
    public required string? Email { get; init; }
    public required string PasswordHash { get; set; }
    /// <summary>Key of the code app, encrypted (<see cref="AuthenticatorSecret"/>); null where there is no app.</summary>
    public required string? AuthenticatorSecret { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Language of the messages sent: the one last signed in with.</summary>
    public string Language { get; set; } = Vietnamese;

    /// <summary>Time step of the last code taken from the app: no earlier one and not the same counts again.</summary>
    public long? LastCodeStep { get; private set; }
}
