using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Architecture.Tests.Database;

/// <summary>The walls between modules, tried from outside: psql, signed in as each module's role.</summary>
public sealed class WallTests(TestGround ground) : IClassFixture<TestGround>
{
    private const string Refused = "42501";

    private IReadOnlyList<ModuleDescriptor> Modules => [.. ground.Host.Services.GetServices<ModuleDescriptor>()];

    [Fact]
    public Task Tables_OfOtherSchemas_AreRefused() => AssertRefusedAsync(async module =>
        (await TablesAsync()).Where(t => t.Schema != module.Schema).SelectMany(t => new[]
        {
            $"SELECT 1 FROM {t.Full} LIMIT 1",
            $"INSERT INTO {t.Full} DEFAULT VALUES",
            $"DELETE FROM {t.Full}",
            $"TRUNCATE {t.Full} CASCADE",
        }));

    [Fact]
    public Task Events_CantBeChanged() => AssertRefusedAsync(module => Changes(module, module.InsertOnlyTables.Append("events")));

    [Fact]
    public Task Registers_CantLoseRows() => AssertRefusedAsync(async module => (await Changes(module, module.NoDeleteTables))
        .Where(s => !s.StartsWith("UPDATE", StringComparison.Ordinal)));

    [Fact]
    public Task ReadOnlyTables_CantBeWritten() => AssertRefusedAsync(async module =>
        [.. await Changes(module, module.ReadOnlyTables), .. module.ReadOnlyTables.Select(t => $"INSERT INTO {module.Schema}.{t} DEFAULT VALUES")]);

    [Fact]
    public Task Ledger_CantBeChangedByAnybody() => AssertRefusedAsync(_ => Task.FromResult<IEnumerable<string>>(
    [
        "UPDATE transparency.access_rows SET purpose = 'other'",
        "DELETE FROM transparency.access_rows",
        "TRUNCATE transparency.access_rows",
        "INSERT INTO transparency.access_rows (purpose) VALUES ('other')",
        "ALTER TABLE transparency.access_rows DISABLE TRIGGER ALL",
    ]));

    [Fact]
    public Task Roles_CantBecomeAnother() => AssertRefusedAsync(module => Task.FromResult(
        Modules.Select(m => m.Role).Where(r => r != module.Role).Append("p06_owner").Append("postgres")
            .SelectMany(r => new[] { $"SET ROLE {r}", $"SET SESSION AUTHORIZATION {r}", $"ALTER ROLE {r} PASSWORD 'x'" })));

    [Fact]
    public Task Roles_CantBuild() => AssertRefusedAsync(module => Task.FromResult<IEnumerable<string>>(
    [
        $"CREATE TABLE {module.Schema}.own (id int)",
        "CREATE TABLE public.own (id int)",
        "CREATE SCHEMA own",
        "CREATE ROLE own",
        "CREATE TEMP TABLE own (id int)",
        "DELETE FROM pg_catalog.pg_class",
        $"DROP FUNCTION {module.Schema}.wake_dispatchers() CASCADE",
        $"SELECT 1 FROM {module.Schema}.\"__EFMigrationsHistory\"",
    ]));

    [Fact]
    public async Task Tables_BelongToTheOwnerOnly()
    {
        var foreign = await ground.Database.QueryAsync<string>("""
            SELECT c.oid::regclass::text || ' belongs to ' || r.rolname FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner
            WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema' AND r.rolname <> 'p06_owner'
            """);

        Assert.Empty(foreign);
    }

    private async Task<List<(string Schema, string Full)>> TablesAsync() =>
    [
        .. (await ground.Database.QueryAsync<string>("""
            SELECT schemaname || '.' || quote_ident(tablename) FROM pg_tables
            WHERE schemaname NOT LIKE 'pg\_%' AND schemaname <> 'information_schema' ORDER BY 1
            """)).Select(t => (t.Split('.')[0], t)),
    ];

    private async Task<IEnumerable<string>> Changes(ModuleDescriptor module, IEnumerable<string> tables)
    {
        var statements = new List<string>();
        foreach (var table in tables)
        {
            var column = await ground.Database.QueryAsync<string>("""
                SELECT quote_ident(column_name) FROM information_schema.columns
                WHERE table_schema = $1 AND table_name = $2 AND is_identity = 'NO' ORDER BY ordinal_position LIMIT 1
                """, module.Schema, table);
            Assert.True(column.Count == 1, $"{module.Schema}.{table} is guarded but doesn't exist.");
            statements.Add($"UPDATE {module.Schema}.{table} SET {column[0]} = {column[0]}");
            statements.Add($"DELETE FROM {module.Schema}.{table}");
            statements.Add($"TRUNCATE {module.Schema}.{table} CASCADE");
        }
        return statements;
    }

    private async Task AssertRefusedAsync(Func<ModuleDescriptor, Task<IEnumerable<string>>> statementsOf)
    {
        var wrong = new List<string>();
        var tried = 0;
        foreach (var module in Modules)
        {
            var statements = (await statementsOf(module)).ToList();
            var answers = await TryAsync(module.Role, statements);
            tried += statements.Count;
            wrong.AddRange(statements.Zip(answers).Where(a => a.Second != Refused).Select(a => $"{module.Role}: {a.First}: {a.Second}"));
        }

        Assert.Empty(wrong);
        Assert.True(tried > 0);
    }

    // Each statement is a transaction of its own, which is never committed.
    private async Task<IReadOnlyList<string>> TryAsync(string role, IReadOnlyCollection<string> statements)
    {
        if (statements.Count == 0)
            return [];
        var connection = new NpgsqlConnectionStringBuilder(ground.Database.Options.ConnectionStringFor(role));
        var start = new ProcessStartInfo(Psql(), ["-X", "-q", "-A", "-t", "-h", connection.Host!, "-p", $"{connection.Port}", "-U", role, "-d", connection.Database!])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["PGPASSWORD"] = connection.Password },
        };
        using var psql = Process.Start(start)!;
        var errors = psql.StandardError.ReadToEndAsync();
        var output = psql.StandardOutput.ReadToEndAsync();
        foreach (var statement in statements)
            await psql.StandardInput.WriteAsync($"BEGIN;\n{statement};\n\\echo state :SQLSTATE\nROLLBACK;\n");
        psql.StandardInput.Close();
        await psql.WaitForExitAsync();
        var states = (await output).Split('\n').Where(l => l.StartsWith("state ", StringComparison.Ordinal)).Select(l => l[6..].Trim()).ToList();
        Assert.True(states.Count == statements.Count, $"psql as {role} said: {await errors}");
        return states;
    }

    private static string Psql()
    {
        string[] folders = [.. (Environment.GetEnvironmentVariable("P06_PG_BIN") ?? "").Split(':'), .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'),
            .. Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")) : []];
        return folders.Select(f => Path.Combine(f, "psql")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("psql comes with PostgreSQL's client programs.");
    }
}
