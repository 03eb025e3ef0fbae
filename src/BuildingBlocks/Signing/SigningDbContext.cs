using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Signing;

/// <summary>Certificates and covered keys, in a schema whose role no module has.</summary>
internal sealed class SigningDbContext(DbContextOptions<SigningDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "signing";

    public DbSet<IssuedCertificate> Certificates => Set<IssuedCertificate>();

    protected override string Schema => SchemaName;

    protected override void MapModule(ModelBuilder model) =>
        model.Entity<IssuedCertificate>().ToTable("certificates").HasKey(c => c.Id);
}

/// <summary>A certificate as issued; never changed. A signatory's newest is the one in use.</summary>
internal sealed class IssuedCertificate
{
    public required Guid Id { get; init; }

    /// <summary><c>root</c>, <c>issuing</c>, or the signatory's key.</summary>
    public required string Subject { get; init; }

    /// <summary>DER.</summary>
    public required byte[] Certificate { get; init; }

    /// <summary>PKCS #8, covered by <see cref="KeyCover"/>.</summary>
    public required byte[] PrivateKey { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }
}
