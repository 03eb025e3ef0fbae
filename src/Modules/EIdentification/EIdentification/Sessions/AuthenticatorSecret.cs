using Microsoft.AspNetCore.DataProtection;

namespace Project06.EIdentification.Sessions;

/// <summary>Keys of code apps are stored encrypted by data protection.</summary>
internal sealed class AuthenticatorSecret(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("e-identification.authenticator");

    public string Protect(string key) => _protector.Protect(key);

    public string Reveal(string secret) => _protector.Unprotect(secret);
}
