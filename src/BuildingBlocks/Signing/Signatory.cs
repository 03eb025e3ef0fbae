using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Project06.BuildingBlocks.Signing;

/// <summary>Who signs a paper: an office with its seal, or an official for an office. Make one by <see cref="Office"/> or
/// <see cref="Official"/>.</summary>
/// <param name="Key">What the certificate is kept under.</param>
/// <param name="Name">As written in the certificate (subject's common name).</param>
/// <param name="OrganisationCode">Identification code of the office.</param>
/// <param name="OrganisationName">Vietnamese name of the office.</param>
public sealed record Signatory(string Key, string Name, string OrganisationCode, string OrganisationName)
{
    /// <summary>The office itself, as its seal on paper.</summary>
    public static Signatory Office(string code, string name) => new($"office:{code}", name, code, name);

    /// <summary>An official who signs for an office.</summary>
    /// <param name="personId">Tells two officials of one name apart; not written into the certificate.</param>
    /// <param name="name">Full name.</param>
    /// <param name="organisationCode">The office signed for.</param>
    /// <param name="organisationName">Its Vietnamese name.</param>
    public static Signatory Official(Guid personId, string name, string organisationCode, string organisationName) =>
        new($"official:{organisationCode}:{personId:n}", name, organisationCode, organisationName);
}

/// <summary>What signs for a signatory.</summary>
/// <param name="Certificate">The signatory's certificate.</param>
/// <param name="Issuers">The certificates between it and the root, nearest first; the root isn't among them.</param>
/// <param name="Key">The private key, or an object that has a device use it.</param>
public sealed record SigningIdentity(
    X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Issuers, AsymmetricAlgorithm Key);

/// <summary>
/// Where certificates and keys come from. The test authority stands in here; a licensed provider or a security module
/// takes its place by implementing these two methods, handing out keys that never leave the device.
/// </summary>
public interface ISigningAuthority
{
    /// <summary>The signatory's identity, valid now; made at the first asking where the authority may.</summary>
    Task<SigningIdentity> IdentityOfAsync(Signatory signatory, CancellationToken cancellationToken);

    /// <summary>The root that readers have to trust.</summary>
    Task<X509Certificate2> RootAsync(CancellationToken cancellationToken);
}
