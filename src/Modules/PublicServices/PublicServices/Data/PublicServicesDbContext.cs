using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Persistence;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data;

internal sealed class PublicServicesDbContext(DbContextOptions<PublicServicesDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Dossier> Dossiers => Set<Dossier>();
    public DbSet<DossierStep> Steps => Set<DossierStep>();
    public DbSet<DossierPerson> People => Set<DossierPerson>();
    public DbSet<EffectRequest> EffectRequests => Set<EffectRequest>();
    public DbSet<DossierResultRow> Results => Set<DossierResultRow>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<OperatorNotice> OperatorNotices => Set<OperatorNotice>();

    protected override string Schema => "public_services";

    protected override void MapModule(ModelBuilder model)
    {
        model.MapFiles();
        model.Entity<Draft>(e =>
        {
            e.ToTable("drafts").HasKey(x => x.Id);
            Json(e.Property(x => x.Answers));
        });
        model.Entity<Dossier>(e =>
        {
            e.ToTable("dossiers").HasKey(x => x.Id);
            e.Property(x => x.Code).HasConversion<DossierCode.Converter>();
            e.Property(x => x.Version).IsRowVersion().HasColumnName("xmin");
            Json(e.Property(x => x.Answers));
        });
        model.Entity<DossierStep>(e =>
        {
            e.ToTable("dossier_steps").HasKey(x => x.Id);
            e.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
            Json(e.Property(x => x.Reasons));
        });
        model.Entity<DossierPerson>(e =>
        {
            e.ToTable("dossier_people").HasKey(x => new { x.DossierId, x.Field });
            e.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        });
        model.Entity<EffectRequest>(e =>
        {
            e.ToTable("effect_requests").HasKey(x => x.Id);
            e.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        });
        model.Entity<DossierResultRow>(e =>
        {
            e.ToTable("dossier_results").HasKey(x => x.Id);
            e.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        });
        model.Entity<Message>(e =>
        {
            e.ToTable("messages").HasKey(x => x.Id);
            e.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        });
        model.Entity<Evidence>(e =>
        {
            e.ToTable("evidence").HasKey(x => x.Id);
            e.HasOne<Draft>().WithMany().HasForeignKey(x => x.DraftId);
        });
        model.Entity<OperatorNotice>(e => e.ToTable("operator_notices").HasKey(x => x.Key));
    }

    private static void Json(Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder property)
    {
        property.HasColumnType("jsonb");
        property.Metadata.SetValueConverter(new ValueConverter<JsonObject, string>(
            o => o.ToJsonString(null), s => JsonNode.Parse(s, null, default)!.AsObject()));
        property.Metadata.SetValueComparer(new ValueComparer<JsonObject>(
            (a, b) => JsonNode.DeepEquals(a, b), o => o.Count, o => (JsonObject)o.DeepClone()));
    }
}
