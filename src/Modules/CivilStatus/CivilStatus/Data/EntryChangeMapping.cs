using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Data;

internal sealed class EntryChangeMapping : IEntityTypeConfiguration<EntryChange>
{
    public void Configure(EntityTypeBuilder<EntryChange> change)
    {
        change.ToTable("entry_changes").HasKey(c => c.Id);
        // A note's fields never change, so the same list is the same content.
        change.Property(c => c.Fields).HasColumnType("jsonb").HasConversion(
            new ValueConverter<IReadOnlyList<AmendedField>, string>(
                fields => JsonSerializer.Serialize(fields, BirthEntryMapping.Json),
                text => JsonSerializer.Deserialize<List<AmendedField>>(text, BirthEntryMapping.Json)!),
            new ValueComparer<IReadOnlyList<AmendedField>>(false));
        change.Ignore(c => c.KindWord);
        change.Property(c => c.Version).IsConcurrencyToken();
        change.HasOne<RegisterBook>().WithMany().HasForeignKey(c => new { c.Book, c.UnitCode, c.Year, c.Volume });
        change.HasOne<BirthEntry>().WithMany().HasForeignKey(c => c.BirthEntryId);
        change.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.ExtractFileId);
    }
}

internal sealed class EntryCopyMapping : IEntityTypeConfiguration<EntryCopy>
{
    public void Configure(EntityTypeBuilder<EntryCopy> copy)
    {
        copy.ToTable("entry_copies").HasKey(c => c.Id);
        copy.HasOne<RegisterBook>().WithMany().HasForeignKey(c => new { c.Book, c.UnitCode, c.Year, c.Volume });
        copy.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileId);
    }
}
