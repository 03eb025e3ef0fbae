using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Data;

internal sealed class EIdentificationDbContext(DbContextOptions<EIdentificationDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "e_identification";

    protected override string Schema => SchemaName;

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInCode> SignInCodes => Set<SignInCode>();
    public DbSet<DatedOrganisation> Organisations => Set<DatedOrganisation>();
    public DbSet<Post> Posts => Set<Post>();

    protected override void MapModule(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts").HasKey(a => a.Id);
            account.Property(a => a.Id).ValueGeneratedNever();
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("sessions").HasKey(s => s.Id);
            session.Property(s => s.Id).ValueGeneratedNever();
        });
        model.Entity<SignInCode>(code =>
        {
            code.ToTable("sign_in_codes").HasKey(c => c.Id);
            code.Property(c => c.Id).ValueGeneratedNever();
        });
        model.Entity<DatedOrganisation>().ToTable("organisations").HasKey(o => o.Code);
        model.Entity<Post>(post =>
        {
            post.ToTable("posts").HasKey(p => p.Id);
            post.Property(p => p.Id).ValueGeneratedNever();
        });
    }
}
