using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Persistence;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data;

/// <summary>
/// The module's tables. Each area maps its own in Data/Mappings, and takes what it needs by <c>Set&lt;T&gt;()</c> or a part of
/// this class beside its mapping.
/// </summary>
internal sealed partial class PublicServicesDbContext(DbContextOptions<PublicServicesDbContext> options) : ModuleDbContext(options)
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
        model.ApplyConfigurationsFromAssembly(GetType().Assembly);
    }
}
