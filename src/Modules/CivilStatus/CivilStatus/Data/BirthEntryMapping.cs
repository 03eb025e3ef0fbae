using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Data;

internal sealed class BirthEntryMapping : IEntityTypeConfiguration<BirthEntry>
{
    public void Configure(EntityTypeBuilder<BirthEntry> entry)
    {
        entry.ToTable("birth_entries").HasKey(e => e.Id);
        entry.Property(e => e.Mother).HasColumnType("jsonb").HasConversion<PersonOnPaperConverter>();
        entry.Property(e => e.Father).HasColumnType("jsonb").HasConversion<PersonOnPaperConverter>();
        entry.Ignore(e => e.PeopleNamed);
        entry.Property(e => e.Version).IsConcurrencyToken();
        // Told so that rows are inserted in the order the foreign keys need.
        entry.HasOne<RegisterBook>().WithMany().HasForeignKey(e => new { e.Book, e.UnitCode, e.Year, e.Volume });
        entry.HasOne<StoredFile>().WithMany().HasForeignKey(e => e.CertificateFileId);
    }

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal sealed class PersonOnPaperConverter() : ValueConverter<PersonOnPaper, string>(
        p => JsonSerializer.Serialize(p, Json), s => JsonSerializer.Deserialize<PersonOnPaper>(s, Json)!);
}

internal static class ContextTime
{
    public static TimeProvider GetTime(this DbContext db) => db.GetService<TimeProvider>();
}
