using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;
using Project06.Steering.Domain;

namespace Project06.Steering.Data;

internal sealed class SteeringDbContext(DbContextOptions<SteeringDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "steering";

    protected override string Schema => SchemaName;

    public DbSet<DossierFact> Facts => Set<DossierFact>();

    public DbSet<Target> Targets => Set<Target>();

    /// <summary>The dossier's fact, made where this is the first event that comes of it.</summary>
    public async Task<DossierFact> FactAsync(Guid dossierId, CancellationToken cancellationToken)
    {
        if (await Facts.SingleOrDefaultAsync(f => f.DossierId == dossierId, cancellationToken) is { } known)
            return known;
        var made = new DossierFact { DossierId = dossierId };
        Add(made);
        return made;
    }

    protected override void MapModule(ModelBuilder model)
    {
        model.Entity<DossierFact>(fact =>
        {
            fact.ToTable("dossier_facts").HasKey(x => x.DossierId);
            fact.Property(x => x.DossierId).ValueGeneratedNever();
        });
        model.Entity<Target>().ToTable("targets").HasKey(x => new { x.Figure, x.ValidFrom });
    }
}
