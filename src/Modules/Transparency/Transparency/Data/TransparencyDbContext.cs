using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Transparency.Data;

internal sealed class TransparencyDbContext(DbContextOptions<TransparencyDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "transparency";

    protected override string Schema => SchemaName;

    public DbSet<AccessRow> AccessRows => Set<AccessRow>();

    public DbSet<AccessDispute> Disputes => Set<AccessDispute>();

    protected override void MapModule(ModelBuilder model)
    {
        model.Entity<AccessRow>(row =>
        {
            row.ToTable("access_rows").HasKey(x => x.Id);
            row.Property(x => x.Id).ValueGeneratedOnAdd();
        });
        model.Entity<AccessDispute>(dispute =>
        {
            dispute.ToTable("access_disputes").HasKey(x => x.Id);
            dispute.Property(x => x.Outcome).HasConversion<string>();
            dispute.Property(x => x.Version).IsRowVersion().HasColumnName("xmin");
        });
    }
}
