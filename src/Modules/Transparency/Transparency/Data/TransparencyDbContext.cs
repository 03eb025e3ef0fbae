using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Transparency.Data;

internal sealed class TransparencyDbContext(DbContextOptions<TransparencyDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "transparency";

    protected override string Schema => SchemaName;

    public DbSet<AccessRow> AccessRows => Set<AccessRow>();

    protected override void MapModule(ModelBuilder model) =>
        model.Entity<AccessRow>(row =>
        {
            row.ToTable("access_rows").HasKey(x => x.Id);
            row.Property(x => x.Id).ValueGeneratedOnAdd();
        });
}
