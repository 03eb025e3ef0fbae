using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Project06.EmbeddedPostgres;

namespace Project06.Testing;

/// <summary>
/// One PostgreSQL cluster for all test processes of this working copy: the first starts it, the last stops it. Roles
/// belong to a cluster, so all share one secret.
/// </summary>
public static class TestCluster
{
    /// <summary>What the module roles' passwords are derived from.</summary>
    public const string RoleSecret = "tests";

    private const int RunLock = 0x50360010;
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static EmbeddedCluster? _cluster;
    private static NpgsqlConnection? _presence;
    private static int _users;

    /// <summary>Names this process's databases; others can see whether it still runs.</summary>
    public static int Run { get; } = RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <summary>The running cluster.</summary>
    public static EmbeddedCluster Current => _cluster ?? throw new InvalidOperationException("Join first.");

    internal static async Task JoinAsync()
    {
        await Turn.WaitAsync();
        try
        {
            if (_users++ > 0)
                return;
            _cluster = await StartAsync();
            _presence = new NpgsqlConnection(_cluster.SuperuserConnectionString + ";Pooling=false");
            await _presence.OpenAsync();
            await ExecuteAsync(_presence, $"SELECT pg_advisory_lock({RunLock}, {Run})");
            await DropLeftoversAsync(_presence);
        }
        catch
        {
            _users--;
            throw;
        }
        finally
        {
            Turn.Release();
        }
    }

    internal static async Task LeaveAsync()
    {
        await Turn.WaitAsync();
        try
        {
            if (--_users > 0)
                return;
            await _presence!.DisposeAsync();
            NpgsqlConnection.ClearAllPools();
            await _cluster!.DisposeAsync();
            _cluster = null;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Runs SQL as the superuser in database postgres.</summary>
    internal static async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(Current.SuperuserConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        foreach (var sql in statements)
            await ExecuteAsync(connection, sql);
    }

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<EmbeddedCluster> StartAsync()
    {
        var options = new EmbeddedClusterOptions
        {
            Durable = false,
            MaxConnections = 400,
            // A template is copied block by block; going through the log instead costs more than it saves here.
            Settings = new Dictionary<string, string> { ["autovacuum"] = "off", ["max_wal_size"] = "1GB" },
        };
        try
        {
            return await EmbeddedCluster.StartAsync(Folder(), options);
        }
        catch (EmbeddedPostgresException)
        {
            // Without fsync a crash of the machine may have spoilt it; nothing in it is worth keeping.
            await EmbeddedCluster.StopFolderAsync(Folder());
            Directory.Delete(Path.Combine(Folder(), "data"), recursive: true);
            return await EmbeddedCluster.StartAsync(Folder(), options);
        }
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("P06_TEST_CLUSTER") is { Length: > 0 } chosen)
            return chosen;
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Root)))[..10];
        return Path.Combine(Path.GetTempPath(), $"p06-tests-{Environment.UserName}-{key}");
    }

    // A run holds its lock as long as it lives; the databases of those that don't are left over.
    private static async Task DropLeftoversAsync(NpgsqlConnection connection)
    {
        var names = new List<string>();
        await using (var command = new NpgsqlCommand(@"SELECT datname FROM pg_database WHERE datname LIKE 'p06\_t\_%'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                names.Add(reader.GetString(0));
        }
        foreach (var run in names.GroupBy(n => int.Parse(n.Split('_')[2], System.Globalization.CultureInfo.InvariantCulture)))
        {
            await using var alive = new NpgsqlCommand($"SELECT pg_try_advisory_lock({RunLock}, {run.Key})", connection);
            if (run.Key == Run || await alive.ExecuteScalarAsync() is not true)
                continue;
            foreach (var name in run)
                await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({RunLock}, {run.Key})");
        }
    }
}
