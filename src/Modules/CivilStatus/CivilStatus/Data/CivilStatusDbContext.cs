using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Persistence;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Data;

/// <summary>A row of entry_versions: what an entry said at one of its versions; never changed, never deleted.</summary>
internal sealed class EntryVersion
{
    public required Guid EntryId { get; init; }
    public required int Version { get; init; }
    public required string Content { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    public static EntryVersion Of(IRegisterEntry entry, DateTimeOffset now) => new()
    {
        EntryId = entry.Id,
        Version = entry.Version,
        Content = JsonSerializer.Serialize(entry, entry.GetType(), Json),
        RecordedAt = now,
    };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

internal sealed class CivilStatusDbContext(DbContextOptions<CivilStatusDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "civil_status";

    public DbSet<BirthEntry> BirthEntries => Set<BirthEntry>();
    public DbSet<DeathEntry> DeathEntries => Set<DeathEntry>();
    public DbSet<DeathConsequence> DeathConsequences => Set<DeathConsequence>();
    public DbSet<EntryChange> EntryChanges => Set<EntryChange>();
    public DbSet<EntryCopy> EntryCopies => Set<EntryCopy>();
    public DbSet<RegisterBook> Books => Set<RegisterBook>();

    protected override string Schema => SchemaName;

    protected override void MapModule(ModelBuilder model)
    {
        model.MapFiles();
        model.ApplyConfiguration(new BirthEntryMapping());
        model.ApplyConfiguration(new DeathEntryMapping());
        model.ApplyConfiguration(new DeathConsequenceMapping());
        model.ApplyConfiguration(new EntryChangeMapping());
        model.ApplyConfiguration(new EntryCopyMapping());
        model.Entity<RegisterBook>().ToTable("books").HasKey(b => new { b.Kind, b.UnitCode, b.Year, b.Volume });
        model.Entity<EntryVersion>(version =>
        {
            version.ToTable("entry_versions").HasKey(v => new { v.EntryId, v.Version });
            version.Property(v => v.Content).HasColumnType("jsonb");
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<BirthNoticeCode>().HaveConversion<BirthNoticeCodeConverter>();
    }

    /// <summary>Every version of an entry is kept, whoever changed it, in the same transaction.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var now = this.GetTime().GetUtcNow();
        foreach (var entry in ChangeTracker.Entries<IRegisterEntry>()
                     .Where(e => e.State is EntityState.Added
                         || e.State is EntityState.Modified && e.Property(nameof(IRegisterEntry.Version)).IsModified)
                     .Select(e => e.Entity).ToList())
            Add(EntryVersion.Of(entry, now));
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
