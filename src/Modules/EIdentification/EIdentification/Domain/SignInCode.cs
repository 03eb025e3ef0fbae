namespace Project06.EIdentification.Domain;

/// <summary>A one-time code sent by e-mail; only its hash is kept.</summary>
internal sealed class SignInCode
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>A new code is sent at most this often.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string CodeHash { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }
}
