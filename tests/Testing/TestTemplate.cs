using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Project06.Testing;

/// <summary>
/// The database that tests copy: migrated and filled with a small nation by the real host, once for each state of
/// the program and its data.
/// </summary>
internal static class TestTemplate
{
    private const long Lock = 0x50360011;
    private const int Kept = 3;
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static string? _name;

    public static async Task<string> EnsureAsync()
    {
        await Turn.WaitAsync();
        try
        {
            return _name ??= await FindOrBuildAsync("p06_tpl_" + Fingerprint());
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<string> FindOrBuildAsync(string name)
    {
        await using var connection = new NpgsqlConnection(TestCluster.Current.SuperuserConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        // Polled, because a session that waits inside a statement would hold up CREATE INDEX CONCURRENTLY.
        while (!await AskAsync(connection, $"SELECT pg_try_advisory_lock({Lock})"))
            await Task.Delay(100);
        if (await AskAsync(connection, $"SELECT EXISTS (SELECT FROM pg_database WHERE datname = '{name}')"))
            return name;

        var built = await TestDatabase.CreateEmptyAsync();
        try
        {
            await using (var host = new TestHost(built, new TestHostOptions { Settings = { ["Demo:People"] = $"{TestNation.People}" } }))
                _ = host.Services;
            await built.Owner.DisposeAsync();
            await TestCluster.ExecuteAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{built.Name}'",
                $"ALTER DATABASE {built.Name} RENAME TO {name}");
        }
        finally
        {
            await built.DisposeAsync();
        }
        await DropOlderAsync(connection);
        return name;
    }

    private static async Task DropOlderAsync(NpgsqlConnection connection)
    {
        var old = new List<string>();
        await using (var command = new NpgsqlCommand(
            $@"SELECT datname FROM pg_database WHERE datname LIKE 'p06\_tpl\_%' ORDER BY oid DESC OFFSET {Kept}", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                old.Add(reader.GetString(0));
        }
        foreach (var name in old)
            await TestCluster.ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is true;
    }

    // The product's own assemblies and its data: builds are deterministic, so equal sources have equal bytes.
    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var folder = AppContext.BaseDirectory;
        var files = Directory.EnumerateFiles(folder, "Project06.*.dll")
            .Where(f => !f.EndsWith(".Tests.dll", StringComparison.Ordinal) && !f.EndsWith(".resources.dll", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "data"), "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
