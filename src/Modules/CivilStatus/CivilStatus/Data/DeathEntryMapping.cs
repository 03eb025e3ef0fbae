using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Data;

internal sealed class DeathEntryMapping : IEntityTypeConfiguration<DeathEntry>
{
    public void Configure(EntityTypeBuilder<DeathEntry> entry)
    {
        entry.ToTable("death_entries").HasKey(e => e.Id);
        entry.Property(e => e.Deceased).HasColumnType("jsonb").HasConversion<BirthEntryMapping.PersonOnPaperConverter>();
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Ignore(e => e.Died).Ignore(e => e.PeopleNamed);
        // Told so that rows are inserted in the order the foreign keys need.
        entry.HasOne<RegisterBook>().WithMany().HasForeignKey(e => new { e.Book, e.UnitCode, e.Year, e.Volume });
        entry.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.ExtractFileId);
    }
}

internal sealed class DeathConsequenceMapping : IEntityTypeConfiguration<DeathConsequence>
{
    public void Configure(EntityTypeBuilder<DeathConsequence> consequence)
    {
        consequence.ToTable("death_consequences").HasKey(c => c.Id);
        consequence.HasOne<DeathEntry>().WithMany().HasForeignKey(c => c.DeathEntryId);
    }
}
