using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>
/// A migration that is one embedded .sql file named after its id. Forward only. A file whose first line says
/// <c>-- no transaction</c> runs outside one (CREATE INDEX CONCURRENTLY).
/// </summary>
public abstract class SqlMigration : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var id = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        var assembly = GetType().Assembly;
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith($".{id}.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var sql = reader.ReadToEnd();
        migrationBuilder.Sql(sql, suppressTransaction: sql.StartsWith("-- no transaction", StringComparison.Ordinal));
    }

    /// <summary>Migrations go forward only.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("Migrations go forward only.");
}
