namespace Project06.EmbeddedPostgres;

/// <summary>A private PostgreSQL cluster in a folder, for development and tests. Several programs may start the same
/// folder: the first starts the server, the others join it, the last to stop stops it. Killing any of them, or the
/// server, is repaired at the next start.</summary>
public sealed class EmbeddedCluster : IAsyncDisposable
{
    private readonly ClusterFolder _folder;
    private readonly EmbeddedClusterOptions _options;
    private readonly Server _server;
    private readonly CancellationTokenSource _stopping = new();
    private FileStream? _membership;
    private Task _supervision = Task.CompletedTask;

    private EmbeddedCluster(ClusterFolder folder, EmbeddedClusterOptions options, Server server, FileStream membership)
    {
        _folder = folder;
        _options = options;
        _server = server;
        _membership = membership;
    }

    /// <summary>Where data, log and secrets lie.</summary>
    public string Folder => _folder.Root;

    /// <summary>TCP port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>Process id of the server's main process at the last start or join.</summary>
    public int ServerPid { get; private set; }

    /// <summary>Connection string (Npgsql) of the role p06_owner, who may create roles and databases and owns the
    /// database named in the options. It isn't a superuser.</summary>
    public string ConnectionString => ConnectionStringFor(_options.Database);

    /// <summary>Connection string of the superuser "postgres" in the database "postgres": for repair and proofs only.</summary>
    public string SuperuserConnectionString => Format("postgres", "postgres");

    /// <summary>Connection string of p06_owner for another database of the cluster.</summary>
    public string ConnectionStringFor(string database) => Format("p06_owner", database);

    /// <summary>Makes the cluster if the folder has none, starts it if it doesn't run, and joins it.</summary>
    /// <param name="folder">Its own folder; made when missing.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="ct">Cancels waiting; a server already started stays.</param>
    /// <exception cref="EmbeddedPostgresException">No usable PostgreSQL, or it doesn't start; the message says what to do.</exception>
    public static async Task<EmbeddedCluster> StartAsync(
        string folder, EmbeddedClusterOptions? options = null, CancellationToken ct = default)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new EmbeddedPostgresException("The private cluster needs Linux or macOS; set Database__Owner.");
        }

        options ??= new EmbeddedClusterOptions();
        var place = new ClusterFolder(folder);
        place.Create();
        await using var alone = await place.LockAsync(ct);
        var server = await OpenAsync(place, options, ct);
        if (!place.Exists)
        {
            await server.CreateAsync(ct);
        }

        var cluster = new EmbeddedCluster(place, options, server, place.JoinUsers());
        try
        {
            cluster.Take(await server.StartAsync(ct));
        }
        catch
        {
            cluster._membership!.Dispose();
            throw;
        }

        if (options.Supervise)
        {
            cluster._supervision = Task.Run(cluster.SuperviseAsync, CancellationToken.None);
        }

        return cluster;
    }

    /// <summary>Stops the server of a folder whoever uses it; does nothing when none runs there.</summary>
    public static async Task StopFolderAsync(string folder, CancellationToken ct = default)
    {
        var place = new ClusterFolder(folder);
        if (place.Exists && place.Running() is not null)
        {
            await using var alone = await place.LockAsync(ct);
            await (await OpenAsync(place, new EmbeddedClusterOptions(), ct)).StopAsync(ct);
        }
    }

    /// <summary>Starts the server again if it was killed, on the same port where that is still free.</summary>
    /// <returns>True when it had to be started.</returns>
    public async Task<bool> EnsureRunningAsync(CancellationToken ct = default)
    {
        if (_folder.Running() is { Ready: true } running && running.Pid == ServerPid)
        {
            return false;
        }

        await using var alone = await _folder.LockAsync(ct);
        var gone = _folder.Running() is null;
        if (gone)
        {
            Log.Gone(_options.Logger, Folder);
        }

        Take(await _server.StartAsync(ct));
        return gone;
    }

    /// <summary>Leaves the server; the last to leave stops it (unless told to keep it running). May be called twice.</summary>
    public async Task StopAsync(CancellationToken ct = default)
    {
        if (Interlocked.Exchange(ref _membership, null) is not { } membership)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _supervision;
        await using var alone = await _folder.LockAsync(ct);
        await membership.DisposeAsync();
        if (!_options.KeepRunning && _folder.HasNoUsers())
        {
            await _server.StopAsync(ct);
        }
    }

    /// <inheritdoc cref="StopAsync"/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private static async Task<Server> OpenAsync(ClusterFolder folder, EmbeddedClusterOptions options, CancellationToken ct) =>
        new(folder, options, await PostgresBinaries.FindAsync(options.BinaryFolder, folder.Major, ct),
            await ServerUser.ChooseAsync(ct));

    private async Task SuperviseAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                try
                {
                    await EnsureRunningAsync(_stopping.Token);
                }
                catch (Exception e) when (e is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
                {
                    Log.CannotRestart(_options.Logger, Folder, e.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private void Take(ServerProcess process)
    {
        Port = process.Port;
        ServerPid = process.Pid;
    }

    private string Format(string role, string database) =>
        $"Host=127.0.0.1;Port={Port};Database={database};Username={role};Password={_folder.ReadSecret(role)}";
}
