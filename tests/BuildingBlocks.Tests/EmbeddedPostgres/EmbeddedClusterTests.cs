using System.Diagnostics;
using Npgsql;
using Project06.EmbeddedPostgres;

namespace Project06.BuildingBlocks.Tests.EmbeddedPostgres;

public sealed class EmbeddedClusterTests : IAsyncLifetime
{
    private static readonly EmbeddedClusterOptions Fast = new() { Durable = false };
    private readonly string _folder = Directory.CreateTempSubdirectory("p06-pg-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await EmbeddedCluster.StopFolderAsync(_folder);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Start_TwiceAtOnce_SharesOneServerUntilTheLastStops()
    {
        var clusters = await Task.WhenAll(EmbeddedCluster.StartAsync(_folder, Fast), EmbeddedCluster.StartAsync(_folder, Fast));
        Assert.Equal(clusters[0].ServerPid, clusters[1].ServerPid);

        await clusters[0].StopAsync();
        Assert.Equal("p06_owner project06 UTF8 đăng ký", await AskAsync(
            clusters[1].ConnectionString,
            "SELECT concat_ws(' ', current_user, current_database(), current_setting('server_encoding'), lower('ĐĂNG KÝ'))"));

        await clusters[1].StopAsync();
        await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(clusters[1].ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task EnsureRunning_AfterKill_KeepsPortAndCommittedRows()
    {
        await using var cluster = await EmbeddedCluster.StartAsync(_folder);
        var port = cluster.Port;
        await AskAsync(cluster.ConnectionString, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (6); SELECT 1");

        await KillAsync(cluster.ServerPid);
        Assert.True(await cluster.EnsureRunningAsync());

        Assert.Equal(port, cluster.Port);
        Assert.Equal("6", await AskAsync(cluster.ConnectionString, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task Start_AfterACrashWithLeftovers_Recovers()
    {
        await using (var cluster = await EmbeddedCluster.StartAsync(_folder, new EmbeddedClusterOptions { Durable = false, KeepRunning = true }))
        {
            await KillAsync(cluster.ServerPid);
        }

        // After a reboot the number in the pid file belongs to some other program: here, to this one.
        var pidFile = Path.Combine(_folder, "data", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile);
        lines[0] = $"{Environment.ProcessId}";
        await File.WriteAllLinesAsync(pidFile, lines);
        Directory.CreateDirectory(Path.Combine(_folder, "data.new", "half-made"));

        await using var again = await EmbeddedCluster.StartAsync(_folder, Fast);

        Assert.Equal("1", await AskAsync(again.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Supervise_StartsAKilledServerAgain()
    {
        await using var cluster = await EmbeddedCluster.StartAsync(
            _folder, new EmbeddedClusterOptions { Durable = false, Supervise = true });

        await KillAsync(cluster.ServerPid);

        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Assert.Equal("1", await AskAsync(cluster.ConnectionString, "SELECT 1"));
                break;
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(50);
            }
        }
    }

    [Fact]
    public async Task Connect_WithoutThePassword_IsRefusedAndSecretsArePrivate()
    {
        await using var cluster = await EmbeddedCluster.StartAsync(_folder, Fast);
        foreach (var role in new[] { "p06_owner", "postgres" })
        {
            var wrong = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Username = role, Password = "wrong" };
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(wrong.ConnectionString, "SELECT 1"));
            Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, $"{role}.secret")));
        }

        Assert.Equal("False", await AskAsync(cluster.ConnectionString, "SELECT usesuper FROM pg_user WHERE usename = current_user"));
        Assert.Equal("True", await AskAsync(cluster.SuperuserConnectionString, "SELECT usesuper FROM pg_user WHERE usename = current_user"));
    }

    private static async Task KillAsync(int pid)
    {
        using var server = Process.GetProcessById(pid);
        server.Kill();
        await server.WaitForExitAsync();
    }

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
