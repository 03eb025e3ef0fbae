using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Project06.BuildingBlocks.Signing;

/// <summary>
/// An authority of our own for trying out: one root, one issuing authority, a certificate for each signatory at first
/// need. Its signatures are technically complete and legally nothing; its names say so.
/// </summary>
internal sealed class TestAuthority(IServiceScopeFactory scopes, KeyCover cover, TimeProvider clock) : ISigningAuthority
{
    private const string RootKey = "root", IssuingKey = "issuing";
    private const int KeyBits = 2048;
    private static readonly TimeSpan Margin = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<Signatory, SigningIdentity> _identities = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<SigningIdentity> IdentityOfAsync(Signatory signatory, CancellationToken cancellationToken)
    {
        if (_identities.TryGetValue(signatory, out var known) && IsValid(known.Certificate))
            return known;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _identities[signatory] = await InDatabaseAsync(async db =>
            {
                var root = await FindOrIssueAsync(db, RootKey, Name("Project06 – Gốc thử nghiệm (không có giá trị pháp lý)"), 20, null, cancellationToken);
                var issuing = await FindOrIssueAsync(db, IssuingKey, Name("Project06 – Cấp chứng thư thử nghiệm"), 10, root, cancellationToken);
                var own = await FindOrIssueAsync(db, signatory.Key, Name(signatory), 3, issuing, cancellationToken);
                return new SigningIdentity(
                    X509CertificateLoader.LoadCertificate(own.RawData), [X509CertificateLoader.LoadCertificate(issuing.RawData)],
                    own.GetRSAPrivateKey()!);
            }, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<X509Certificate2> RootAsync(CancellationToken cancellationToken) => InDatabaseAsync(async db =>
    {
        var root = await FindOrIssueAsync(db, RootKey, Name("Project06 – Gốc thử nghiệm (không có giá trị pháp lý)"), 20, null, cancellationToken);
        return X509CertificateLoader.LoadCertificate(root.RawData);
    }, cancellationToken);

    // Several hosts may need the same certificate in the same moment: one makes it, the others read it.
    private async Task<T> InDatabaseAsync<T>(Func<SigningDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SigningDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('signing:certificates', 6))", cancellationToken);
        var result = await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<X509Certificate2> FindOrIssueAsync(
        SigningDbContext db, string key, X500DistinguishedName name, int years, X509Certificate2? issuer, CancellationToken cancellationToken)
    {
        var kept = await db.Certificates.AsNoTracking().Where(c => c.Subject == key)
            .OrderByDescending(c => c.IssuedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (kept is not null)
        {
            var certificate = X509CertificateLoader.LoadCertificate(kept.Certificate);
            // An office that changed its name gets another certificate; what it signed before stays signed.
            if (IsValid(certificate) && certificate.SubjectName.RawData.AsSpan().SequenceEqual(name.RawData))
                return certificate.CopyWithPrivateKey(cover.Open(kept.Id, kept.PrivateKey));
        }
        return Issue(db, key, name, years, issuer);
    }

    private X509Certificate2 Issue(SigningDbContext db, string key, X500DistinguishedName name, int years, X509Certificate2? issuer)
    {
        var now = clock.GetUtcNow();
        var rsa = RSA.Create(KeyBits);
        var request = new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var issues = key is RootKey or IssuingKey;
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issues, key == IssuingKey, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            issues ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
            critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        // A day earlier than now, for readers whose clock is slow; never earlier than the issuer's own.
        var from = now.AddDays(issuer is null ? -2 : -1);
        if (issuer is not null && from < issuer.NotBefore)
            from = issuer.NotBefore;
        var until = now.AddYears(years);
        if (issuer is null)
        {
            using var own = request.CreateSelfSigned(from, until);
            return Keep(db, key, own.RawData, rsa, now);
        }
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        using var issued = request.Create(issuer, from, until < issuer.NotAfter ? until : issuer.NotAfter, RandomNumberGenerator.GetBytes(16));
        return Keep(db, key, issued.RawData, rsa, now);
    }

    private X509Certificate2 Keep(SigningDbContext db, string key, byte[] certificate, RSA rsa, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        db.Add(new IssuedCertificate
        {
            Id = id, Subject = key, Certificate = certificate, PrivateKey = cover.Close(id, rsa), IssuedAt = now,
        });
        return X509CertificateLoader.LoadCertificate(certificate).CopyWithPrivateKey(rsa);
    }

    private bool IsValid(X509Certificate2 certificate) => certificate.NotAfter.ToUniversalTime() > (clock.GetUtcNow() + Margin).UtcDateTime;

    private static X500DistinguishedName Name(string commonName)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("VN");
        name.AddCommonName(commonName);
        return name.Build();
    }

    private static X500DistinguishedName Name(Signatory signatory)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("VN");
        name.AddOrganizationName(signatory.OrganisationName);
        name.Add("2.5.4.5", signatory.OrganisationCode);
        name.AddCommonName(signatory.Name);
        return name.Build();
    }
}
