using System.Globalization;
using Npgsql;
using Project06.BuildingBlocks.Time;
using Project06.DemoNation;
using Project06.EIdentification;
using Project06.EIdentification.Contracts;
using Project06.EmbeddedPostgres;

namespace Project06.Benchmarks.Ground;

/// <summary>A PostgreSQL of its own with a sample nation in it, a host that serves it, and the accounts that live there.</summary>
internal sealed class PrivateNation : IAsyncDisposable
{
    private const ulong Seed = 6;
    private const string RoleSecret = "private";
    private readonly NpgsqlDataSource _superuser;
    private readonly Dictionary<string, DemoAccount> _accounts;

    private PrivateNation(string folder, EmbeddedCluster cluster, HostProcess host, Dictionary<string, DemoAccount> accounts)
    {
        (Folder, Cluster, Host, _accounts) = (folder, cluster, host, accounts);
        var connection = new NpgsqlConnectionStringBuilder(cluster.SuperuserConnectionString) { Database = "project06", MaxPoolSize = 20 };
        _superuser = NpgsqlDataSource.Create(connection);
    }

    public string Folder { get; }
    public EmbeddedCluster Cluster { get; }
    public HostProcess Host { get; }

    /// <summary>Where mail goes.</summary>
    public string MailFolder => Path.Combine(Folder, "mail");

    /// <summary>An account by short name.</summary>
    public DemoAccount Account(string key) => _accounts[key];

    /// <summary>Citizens of the ward, to act as many.</summary>
    public IReadOnlyList<DemoAccount> Neighbours => [.. _accounts.Values.Where(a => a.Key.StartsWith("neighbour-", StringComparison.Ordinal))];

    /// <summary>What the app of an account shows now.</summary>
    public static string CodeOf(DemoAccount account) =>
        EIdentificationModule.CurrentCode(account.Key, Seed, TimeProvider.System.GetUtcNow());

    /// <summary>Starts the cluster and a host that makes the nation where there is none yet.</summary>
    /// <param name="folder">Of this nation alone.</param>
    /// <param name="people">Its size.</param>
    /// <param name="settings">Of the host, on top.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<PrivateNation> StartAsync(
        string folder, int people, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var seededOn = SeededOn(folder);
        Progress.Say("Starting a private PostgreSQL.");
        // Durable: what a transaction has committed must outlive the server's SIGKILL.
        var cluster = await EmbeddedCluster.StartAsync(Path.Combine(folder, "postgres"), new EmbeddedClusterOptions { Supervise = true }, ct);
        HostProcess? host = null;
        try
        {
            host = new HostProcess(new Dictionary<string, string>(settings)
            {
                ["Database__Owner"] = cluster.ConnectionString,
                ["Database__RoleSecret"] = RoleSecret,
                ["Demo__People"] = people.ToString(CultureInfo.InvariantCulture),
                ["Demo__Seed"] = Seed.ToString(CultureInfo.InvariantCulture),
                ["Data__Folder"] = folder,
                ["Mail__Folder"] = Path.Combine(folder, "mail"),
            });
            Progress.Say($"Starting the host; it makes a nation of {people:N0} people where there is none.");
            host.Start();
            var options = new DemoNationOptions { People = people, Seed = Seed, Today = seededOn };
            var nation = await Task.Run(() => Nation.Generate(options, WorkingCopy.Data), ct);
            var accounts = EIdentificationModule.DemoAccounts(nation).Concat(EIdentificationModule.DemoNeighbours(nation)).ToDictionary(a => a.Key);
            await host.WaitUntilReadyAsync(ct);
            Progress.Say($"Ready at {host.Address}.");
            return new PrivateNation(folder, cluster, host, accounts);
        }
        catch
        {
            if (host is not null)
                await host.DisposeAsync();
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Rows, read as the superuser; waits while the server is away.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params object[] arguments)
    {
        while (true)
        {
            try
            {
                await using var command = _superuser.CreateCommand(sql);
                foreach (var argument in arguments)
                    command.Parameters.Add(new NpgsqlParameter { Value = argument });
                await using var reader = await command.ExecuteReaderAsync(ct);
                var rows = new List<T>();
                while (await reader.ReadAsync(ct))
                    rows.Add(read(reader));
                return rows;
            }
            catch (NpgsqlException away) when (away is not PostgresException answered || answered.SqlState.StartsWith("57P", StringComparison.Ordinal))
            {
                await Task.Delay(100, ct);
            }
        }
    }

    /// <summary>The only value.</summary>
    public async Task<T> ScalarAsync<T>(string sql, CancellationToken ct, params object[] arguments) =>
        (await QueryAsync(sql, r => r.GetFieldValue<T>(0), ct, arguments)).Single();

    /// <summary>Runs statements as the superuser.</summary>
    public Task ExecuteAsync(string sql, CancellationToken ct, params object[] arguments) =>
        QueryAsync(sql, _ => 0, ct, arguments);

    /// <summary>A connection of its own, as the superuser.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken ct) => await _superuser.OpenConnectionAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _superuser.DisposeAsync();
        await Cluster.DisposeAsync();
    }

    // Who has an account depends on the day the nation was made.
    private static DateOnly SeededOn(string folder)
    {
        var note = Path.Combine(folder, "made-on");
        if (File.Exists(note))
            return DateOnly.ParseExact(File.ReadAllText(note).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var today = TimeProvider.System.Today();
        File.WriteAllText(note, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return today;
    }
}
