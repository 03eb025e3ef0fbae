using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace Project06.Host.Data.Migrations;

/// <summary>
/// Where Quartz keeps the schedules that all hosts share. Quartz brings its tables with it; the owner makes them here,
/// so that no role of a running host owns a table.
/// </summary>
[DbContext(typeof(HostDbContext)), Migration("20261121090000_create_job_store")]
internal sealed class CreateJobStore : Migration
{
    public const string TablePrefix = "host.qrtz_";

    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var reader = new StreamReader(typeof(IScheduler).Assembly.GetManifestResourceStream(Script)
            ?? throw new InvalidOperationException($"This Quartz doesn't bring {Script}."));
        // {0} is the prefix of tables, {1} the same without schema, for names of indexes.
        migrationBuilder.Sql(reader.ReadToEnd()
            .Replace("{0}", TablePrefix, StringComparison.Ordinal)
            .Replace("{1}", "qrtz_", StringComparison.Ordinal));
    }
}
