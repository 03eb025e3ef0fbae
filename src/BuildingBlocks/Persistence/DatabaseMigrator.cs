using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>
/// Brings the database to what the modules expect: roles, schemas, migrations, privileges. Several hosts may start
/// at once: one migrates, the others wait. Polls for the lock, because a blocking one would hang CREATE INDEX
/// CONCURRENTLY for ever.
/// </summary>
public sealed class DatabaseMigrator(
    IEnumerable<ModuleDescriptor> modules, IOptions<DatabaseOptions> options, ILogger<DatabaseMigrator> log)
{
    private const long RolesLock = 0x50363031, MigrationLock = 0x50363032;
    private readonly DatabaseOptions _options = options.Value;

    /// <summary>Runs everything as the owner role; does nothing where all is there already.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await CreateRolesAsync(cancellationToken);

        await using var owner = NpgsqlDataSource.Create(_options.Owner);
        await using var connection = await LockAsync(owner, MigrationLock, cancellationToken);
        var name = new NpgsqlConnectionStringBuilder(_options.Owner).Database;
        await RunAsync(connection, $"REVOKE ALL ON DATABASE \"{name}\" FROM PUBLIC; REVOKE ALL ON SCHEMA public FROM PUBLIC", cancellationToken);
        foreach (var module in modules)
        {
            await RunAsync(connection, Template("ModuleGround.sql", module), cancellationToken);
            if (module.KeepsFiles)
                await RunAsync(connection, Template("ModuleFiles.sql", module), cancellationToken);
            await using var context = CreateContext(module, owner);
            await context.Database.MigrateAsync(cancellationToken);
            await RunAsync(connection, Privileges(module, name!), cancellationToken);
        }
        foreach (var module in modules.Where(m => m.SharedFunctions.Count > 0))
            await RunAsync(connection, SharedPrivileges(module), cancellationToken);
        log.LogInformation("Database is migrated: {Modules} modules", modules.Count());
    }

    private async Task CreateRolesAsync(CancellationToken cancellationToken)
    {
        // Roles belong to the cluster, so the lock does too: it is taken in a database all hosts share.
        var shared = new NpgsqlConnectionStringBuilder(_options.Owner) { Database = "postgres", Pooling = false };
        await using var source = NpgsqlDataSource.Create(shared);
        await using var connection = await LockAsync(source, RolesLock, cancellationToken);
        foreach (var role in modules.Select(m => m.Role))
        {
            var password = _options.PasswordOf(role);
            await RunAsync(connection, $"""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
                        CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '{password}';
                    ELSE
                        ALTER ROLE {role} PASSWORD '{password}';
                    END IF;
                END $$
                """, cancellationToken);
        }
    }

    private static async Task<NpgsqlConnection> LockAsync(NpgsqlDataSource source, long key, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        while (true)
        {
            await using var attempt = new NpgsqlCommand($"SELECT pg_try_advisory_lock({key})", connection);
            if (await attempt.ExecuteScalarAsync(cancellationToken) is true)
                return connection;
            await Task.Delay(200, cancellationToken);
        }
    }

    private static ModuleDbContext CreateContext(ModuleDescriptor module, NpgsqlDataSource owner)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(
            typeof(DbContextOptionsBuilder<>).MakeGenericType(module.Context))!;
        ModuleRegistration.UseModuleDatabase(builder, owner, module)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        return (ModuleDbContext)ActivatorUtilities.CreateInstance(
            new ServiceCollection().BuildServiceProvider(), module.Context, builder.Options);
    }

    private static string Template(string file, ModuleDescriptor module)
    {
        var assembly = typeof(DatabaseMigrator).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + file, StringComparison.Ordinal)))!);
        return reader.ReadToEnd().Replace("{schema}", module.Schema, StringComparison.Ordinal);
    }

    private static string Privileges(ModuleDescriptor module, string database)
    {
        var (schema, role) = (module.Schema, module.Role);
        var insertOnly = module.InsertOnlyTables.Append("events").Append("inbox");
        return $"""
            BEGIN;
            GRANT CONNECT ON DATABASE "{database}" TO {role};
            GRANT USAGE ON SCHEMA {schema} TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role};
            REVOKE ALL ON {schema}."__EFMigrationsHistory" FROM {role};
            {string.Join('\n', insertOnly.Select(t => $"REVOKE UPDATE, DELETE, TRUNCATE ON {schema}.{t} FROM {role};"))}
            {string.Join('\n', module.NoDeleteTables.Select(t => $"REVOKE DELETE, TRUNCATE ON {schema}.{t} FROM {role};"))}
            {string.Join('\n', module.ReadOnlyTables.Select(t => $"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {schema}.{t} FROM {role};"))}
            COMMIT
            """;
    }

    private string SharedPrivileges(ModuleDescriptor module) => string.Join('\n', module.SharedFunctions.SelectMany(f => modules
        .Select(m => $"GRANT USAGE ON SCHEMA {module.Schema} TO {m.Role}; GRANT EXECUTE ON FUNCTION {module.Schema}.{f} TO {m.Role};")
        .Prepend($"REVOKE ALL ON FUNCTION {module.Schema}.{f} FROM PUBLIC;")));

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
