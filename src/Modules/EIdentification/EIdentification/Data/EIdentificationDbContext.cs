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
    public DbSet<Activation> Activations => Set<Activation>();
    public DbSet<AskedByStranger> AskedByStrangers => Set<AskedByStranger>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();
    public DbSet<MailChange> MailChanges => Set<MailChange>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<DeathRecord> Deaths => Set<DeathRecord>();

    protected override void MapModule(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts").HasKey(a => a.Id);
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.RightsVersion).ValueGeneratedOnAddOrUpdate();
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("sessions").HasKey(s => s.Id);
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
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
            post.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
            post.HasOne<DatedOrganisation>().WithMany().HasForeignKey(p => p.OrganisationCode);
        });
        AccountsMapping.Map(model);
    }
}
