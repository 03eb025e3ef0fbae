using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Project06.BuildingBlocks.Signing;

/// <summary>A detached CMS signature as PAdES wants it.</summary>
internal static class CadesSignature
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1", SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    public static byte[] Of(byte[] content, SigningIdentity identity)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, identity.Certificate, identity.Key)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var issuer in identity.Issuers)
            signer.Certificates.Add(issuer);
        // EN 319 142-1: the signing certificate is bound in; the time is said in the file's own dictionary, not here.
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateHash(identity.Certificate)));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        // A key object isn't promised to stand several signatures at once.
        lock (identity.Key)
            cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    // RFC 5035: SEQUENCE { SEQUENCE OF ESSCertIDv2 { hash by the default algorithm SHA-256 } }.
    private static byte[] CertificateHash(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawDataMemory.Span));
        return writer.Encode();
    }
}
