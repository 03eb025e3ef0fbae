using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.Population.Domain;

namespace Project06.Population.Data;

/// <summary>Tables of versions. Foreign keys are told to EF so that a person and a household are written before their history.</summary>
internal static class ResidenceMapping
{
    /// <summary>Tables whose rows are never changed.</summary>
    public static readonly IReadOnlyList<string> InsertOnly =
    [
        "residences", "memberships", "person_changes", "carried_out", "revoked_births", "birth_links", "death_notes",
        "absence_ends", "confirmations",
    ];

    public static void Map(ModelBuilder model)
    {
        model.Entity<Residence>(residence =>
        {
            residence.ToTable("residences").HasKey(x => new { x.Id, x.Version });
            residence.HasOne<PersonRecord>().WithMany().HasForeignKey(x => x.PersonId);
        });
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("memberships").HasKey(x => new { x.Id, x.Version });
            membership.HasOne<PersonRecord>().WithMany().HasForeignKey(x => x.PersonId);
            membership.HasOne<Household>().WithMany().HasForeignKey(x => x.HouseholdId);
        });
        model.Entity<PersonChange>(change =>
        {
            change.ToTable("person_changes").HasKey(x => x.Id);
            change.Property(x => x.Id).ValueGeneratedNever();
            change.Property(x => x.Sequence).UseIdentityAlwaysColumn();
        });
        model.Entity<CarriedOut>().ToTable("carried_out").HasKey(x => x.RequestId);
        model.Entity<CarriedOut>().Property(x => x.RequestId).ValueGeneratedNever();
        model.Entity<RevokedBirth>().ToTable("revoked_births").HasKey(x => x.BirthEntryId);
        model.Entity<RevokedBirth>().Property(x => x.BirthEntryId).ValueGeneratedNever();
        model.Entity<BirthLink>().ToTable("birth_links").HasKey(x => x.BirthEntryId);
        model.Entity<BirthLink>().Property(x => x.BirthEntryId).ValueGeneratedNever();
        model.Entity<DeathNote>().ToTable("death_notes").HasKey(x => new { x.DeathEntryId, x.Kind });
        model.Entity<AbsenceEnd>().ToTable("absence_ends").HasKey(x => new { x.AbsenceId, x.DeathEntryId, x.Kind });
        model.Entity<Confirmation>(confirmation =>
        {
            confirmation.ToTable("confirmations").HasKey(x => x.Id);
            confirmation.Property(x => x.Id).ValueGeneratedNever();
            confirmation.Property(x => x.Content).HasColumnType("jsonb");
        });
        model.MapFiles();
    }
}
