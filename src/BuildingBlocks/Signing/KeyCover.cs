using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Signing;

/// <summary>Section <c>Signing</c> of the configuration; secrets come from the environment.</summary>
public sealed class SigningOptions
{
    /// <summary>
    /// Secret that covers private keys in the database. Empty: one made from <c>Database:RoleSecret</c>, which isn't in
    /// the database either. Whoever changes it makes the kept keys unreadable.
    /// </summary>
    public string Secret { get; set; } = "";
}

/// <summary>Private keys lie in the database encrypted (AES-256-GCM), the secret outside it.</summary>
internal sealed class KeyCover(IOptions<SigningOptions> options, IOptions<DatabaseOptions> database)
{
    private const int NonceLength = 12, TagLength = 16;

    private readonly Lazy<byte[]> _key = new(() =>
    {
        var secret = options.Value.Secret is { Length: > 0 } own ? own : database.Value.RoleSecret;
        if (secret.Length == 0)
            throw new InvalidOperationException("Set Signing__Secret: private keys are encrypted with it.");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "project06 signing keys"u8.ToArray());
    });

    /// <summary>Nonce, tag and cipher text; bound to the row's id.</summary>
    public byte[] Close(Guid id, RSA key)
    {
        var plain = key.ExportPkcs8PrivateKey();
        var covered = new byte[NonceLength + TagLength + plain.Length];
        RandomNumberGenerator.Fill(covered.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key.Value, TagLength);
        aes.Encrypt(
            covered.AsSpan(0, NonceLength), plain, covered.AsSpan(NonceLength + TagLength), covered.AsSpan(NonceLength, TagLength), id.ToByteArray());
        CryptographicOperations.ZeroMemory(plain);
        return covered;
    }

    public RSA Open(Guid id, byte[] covered)
    {
        var plain = new byte[covered.Length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(_key.Value, TagLength);
            aes.Decrypt(
                covered.AsSpan(0, NonceLength), covered.AsSpan(NonceLength + TagLength), covered.AsSpan(NonceLength, TagLength), plain, id.ToByteArray());
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new InvalidOperationException("A private key can't be read: Signing__Secret isn't the one it was encrypted with.");
        }
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(plain, out _);
        CryptographicOperations.ZeroMemory(plain);
        return key;
    }
}
