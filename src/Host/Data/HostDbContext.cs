using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Host.Data;

/// <summary>
/// What the host itself keeps: the keys of data protection, so that two copies serve one user; runs of jobs; what
/// administrators did. Quartz's own tables lie beside them, reached by Quartz alone.
/// </summary>
internal sealed class HostDbContext(DbContextOptions<HostDbContext> options) : ModuleDbContext(options)
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<OperationEntry> OperationsLog => Set<OperationEntry>();

    protected override string Schema => "host";

    protected override void MapModule(ModelBuilder model)
    {
        model.Entity<DataProtectionKey>().ToTable("data_protection_keys").HasKey(k => k.FriendlyName);
        model.Entity<JobRun>().ToTable("job_runs").HasKey(r => r.Id);
        model.Entity<OperationEntry>().ToTable("operations_log").HasKey(e => e.Id);
    }
}

internal sealed class DataProtectionKey
{
    public required string FriendlyName { get; init; }
    public required string Xml { get; init; }
}

[DbContext(typeof(HostDbContext)), Migration("20261121080000_create_data_protection_keys")]
internal sealed class CreateDataProtectionKeys : SqlMigration;
