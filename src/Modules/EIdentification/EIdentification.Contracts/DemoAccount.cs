namespace Project06.EIdentification.Contracts;

/// <summary>An account of the sample nation, as it is printed to whoever tries the product. Nobody real.</summary>
/// <param name="Key">Short name, such as <c>mother</c>: what <c>./dev code</c> takes.</param>
/// <param name="TitleVi">Who it is, in Vietnamese.</param>
/// <param name="TitleEn">Who it is, in English.</param>
/// <param name="PersonId">The person behind it.</param>
/// <param name="Name">Full name.</param>
/// <param name="Number">12 digits to sign in with.</param>
/// <param name="Password">The same well-known one for all sample accounts.</param>
/// <param name="AuthenticatorKey">Base32 key for a code app, derived from the nation's seed and <paramref name="Key"/>.</param>
public sealed record DemoAccount(
    string Key, string TitleVi, string TitleEn, Guid PersonId, string Name, string Number, string Password,
    string AuthenticatorKey);
