using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Testing;

/// <summary>A database of one test project or class: a copy of the migrated nation, dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static int _count;
    private readonly Lazy<NpgsqlDataSource> _owner;
    private readonly ModuleDataSources _roles;

    private TestDatabase(string name)
    {
        Name = name;
        Options = new DatabaseOptions
        {
            Owner = new NpgsqlConnectionStringBuilder(TestCluster.Current.ConnectionStringFor(name)) { MaxPoolSize = 10 }.ConnectionString,
            RoleSecret = TestCluster.RoleSecret,
            PoolSize = 6,
        };
        _owner = new(() => NpgsqlDataSource.Create(Options.Owner));
        _roles = new ModuleDataSources(Microsoft.Extensions.Options.Options.Create(Options));
    }

    /// <summary>Name in the cluster.</summary>
    public string Name { get; }

    /// <summary>How a host reaches it.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>The owner role, which may look everywhere.</summary>
    public NpgsqlDataSource Owner => _owner.Value;

    /// <summary>Copies the template: every table there, and a small nation in them.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        await TestCluster.JoinAsync();
        try
        {
            return await CreateAsync(await TestTemplate.EnsureAsync());
        }
        catch
        {
            await TestCluster.LeaveAsync();
            throw;
        }
    }

    /// <summary>An empty database, as a new installation begins with.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        await TestCluster.JoinAsync();
        return await CreateAsync("template0");
    }

    /// <summary>The pool of a module's role, such as <c>p06_population</c>: what the walls let it do.</summary>
    public NpgsqlDataSource OfRole(string role) => _roles.OfRole(role);

    /// <summary>First column of every row, asked as the owner.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, params object[] arguments)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(await reader.IsDBNullAsync(0) ? default! : await reader.GetFieldValueAsync<T>(0));
        return rows;
    }

    /// <summary>The only value.</summary>
    public async Task<T> ScalarAsync<T>(string sql, params object[] arguments) =>
        (await QueryAsync<T>(sql, arguments)).Single();

    /// <summary>Runs a statement as the owner; answers how many rows it changed.</summary>
    public async Task<int> ExecuteAsync(string sql, params object[] arguments)
    {
        await using var command = Owner.CreateCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _roles.DisposeAsync();
        if (_owner.IsValueCreated)
            await _owner.Value.DisposeAsync();
        await TestCluster.ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        await TestCluster.LeaveAsync();
    }

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture, $"p06_t_{TestCluster.Run}_{Interlocked.Increment(ref _count)}");
        await TestCluster.ExecuteAsync(
            $"CREATE DATABASE {name} OWNER p06_owner TEMPLATE {template} STRATEGY file_copy",
            // Rights to connect belong to the database and aren't copied with its content.
            $"REVOKE ALL ON DATABASE {name} FROM PUBLIC",
            $$"""
            DO $$ DECLARE r text; BEGIN
                FOR r IN SELECT rolname FROM pg_roles WHERE rolname LIKE 'p06\_%' LOOP
                    EXECUTE format('GRANT CONNECT ON DATABASE {{name}} TO %I', r);
                END LOOP;
            END $$
            """);
        return new TestDatabase(name);
    }
}
