using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Html;
using Project06.EIdentification.Domain;
using Project06.Ui;

namespace Project06.EIdentification.Sessions;

/// <summary>A key shown to a code app, not yet in use.</summary>
/// <param name="Offer">The key and whom it is for, encrypted, for the form to bring back.</param>
/// <param name="Key">Base32.</param>
/// <param name="Link">What the app reads.</param>
internal sealed record OfferedApp(string Offer, string Key, string Link)
{
    public string WrittenKey => string.Join(' ', Key.Chunk(4).Select(part => new string(part)));

    public IHtmlContent Qr(string label) => QrPicture.Of(Link, label, "qr", 220);
}

/// <summary>Offers keys to code apps and takes them once the app has shown a right code.</summary>
internal sealed class NewApps(IDataProtectionProvider protection, AuthenticatorSecret secret, TimeProvider clock)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("e-identification.offered-app").ToTimeLimitedDataProtector();

    /// <summary>The key the form brought back, or a new one.</summary>
    public OfferedApp Offer(Account account, string? before = null)
    {
        var key = Read(account, before) ?? OneTimeCodes.ToBase32(RandomNumberGenerator.GetBytes(20));
        var issuer = Uri.EscapeDataString("Dịch vụ công 06");
        return new(_protector.Protect($"{account.Id:n}{key}", TimeSpan.FromMinutes(30)), key,
            $"otpauth://totp/{issuer}:{account.Number}?secret={key}&issuer={issuer}");
    }

    /// <summary>Whether the app shows the right code for the key; then it is the account's, and the code is used up. The caller saves.</summary>
    public bool TryTake(Account account, string? offer, string code)
    {
        if (Read(account, offer) is not { } key || OneTimeCodes.Match(key, code, clock.GetUtcNow()) is null)
            return false;
        account.UseAuthenticator(secret.Protect(key));
        return true;
    }

    private string? Read(Account account, string? offer)
    {
        if (string.IsNullOrEmpty(offer))
            return null;
        try
        {
            var read = _protector.Unprotect(offer);
            return read[..32] == account.Id.ToString("n") ? read[32..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
