using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;
using Project06.ReferenceData.Contracts;

namespace Project06.ReferenceData.Data;

/// <summary>The rows are the records of Contracts: immutable, read whole, never changed one by one.</summary>
internal sealed class ReferenceDataDbContext(DbContextOptions<ReferenceDataDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "reference_data";

    protected override string Schema => SchemaName;

    protected override void MapModule(ModelBuilder model)
    {
        MapRows<Unit>(model, "units");
        MapRows<UnitSuccession>(model, "unit_successions");
        model.Entity<IdentityNumberPrefix>().ToTable("identity_number_prefixes").HasKey(prefix => prefix.Prefix);
        MapRows<WorkingSession>(model, "working_sessions");
        MapRows<CalendarDay>(model, "calendar_days");
        model.Entity<CalendarYear>().ToTable("calendar_years").HasKey(year => new { year.Year, year.OfficeKind });
        MapRows<CodeEntry>(model, "code_entries");
        model.Entity<Import>(import =>
        {
            import.ToTable("imports").HasKey(row => row.Id);
            import.Property(row => row.Id).ValueGeneratedNever();
        });
    }

    private static void MapRows<T>(ModelBuilder model, string table) where T : class =>
        model.Entity<T>(entity =>
        {
            entity.ToTable(table);
            entity.Property<long>("Id").ValueGeneratedOnAdd();
            entity.HasKey("Id");
        });
}
