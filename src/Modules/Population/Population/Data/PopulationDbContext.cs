using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;
using Project06.Population.Domain;

namespace Project06.Population.Data;

internal sealed class PopulationDbContext(DbContextOptions<PopulationDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "population";

    protected override string Schema => SchemaName;

    public DbSet<PersonRecord> Persons => Set<PersonRecord>();

    public DbSet<Parentage> Parentage => Set<Parentage>();

    public DbSet<Household> Households => Set<Household>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<IssuedNumber> IssuedNumbers => Set<IssuedNumber>();

    public DbSet<BirthReview> BirthReviews => Set<BirthReview>();

    public DbSet<Residence> Residences => Set<Residence>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<PersonChange> PersonChanges => Set<PersonChange>();

    public DbSet<CarriedOut> CarriedOut => Set<CarriedOut>();

    public DbSet<RevokedBirth> RevokedBirths => Set<RevokedBirth>();

    public DbSet<BirthLink> BirthLinks => Set<BirthLink>();

    public DbSet<DeathNote> DeathNotes => Set<DeathNote>();

    public DbSet<AbsenceEnd> AbsenceEnds => Set<AbsenceEnd>();

    public DbSet<Confirmation> Confirmations => Set<Confirmation>();

    protected override void MapModule(ModelBuilder model)
    {
        model.Entity<PersonRecord>(person =>
        {
            person.ToTable("persons").HasKey(x => x.Id);
            person.Property(x => x.Id).ValueGeneratedNever();
            person.Ignore(x => x.FullName);
            person.HasOne<Household>().WithMany().HasForeignKey(x => x.HouseholdId);
        });
        model.Entity<Parentage>(parentage =>
        {
            parentage.ToTable("parentage").HasKey(x => new { x.ChildId, x.Kind });
            // Told to EF so that a child's row is written before its kinship.
            parentage.HasOne<PersonRecord>().WithMany().HasForeignKey(x => x.ChildId);
        });
        ResidenceMapping.Map(model);
        model.Entity<Household>(household =>
        {
            household.ToTable("households").HasKey(x => x.Id);
            household.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<Absence>(absence =>
        {
            absence.ToTable("absences").HasKey(x => x.Id);
            absence.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<IssuedNumber>().ToTable("issued_numbers").HasKey(x => x.Number);
        model.Entity<BirthReview>(review =>
        {
            review.ToTable("birth_reviews").HasKey(x => x.BirthEntryId);
            review.Property(x => x.BirthEntryId).ValueGeneratedNever();
        });
    }

    /// <summary>Lets one transaction at a time go on about this subject; held until it ends.</summary>
    public Task LockAsync(string subject, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"population/" + subject}, 6))", cancellationToken);
}
