using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Project06.EmbeddedPostgres;

/// <summary>How a private cluster is made and run. All values have working defaults.</summary>
public sealed class EmbeddedClusterOptions
{
    /// <summary>Folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>; null searches for it
    /// (P06_PG_BIN, PATH, <c>pg_config</c>, the usual folders) and takes the newest version from 15 on.</summary>
    public string? BinaryFolder { get; init; }

    /// <summary>Database made for the owner when the cluster is created.</summary>
    public string Database { get; init; } = "project06";

    /// <summary>TCP port on 127.0.0.1; 0 takes a free one and keeps it over restarts while it stays free.</summary>
    public int Port { get; init; }

    /// <summary>False turns fsync, synchronous_commit and full_page_writes off: for tests only, a crash of the
    /// machine may then lose the cluster. Applies when this call starts the server, not when it joins a running one.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Server setting max_connections.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Server setting shared_buffers, with unit.</summary>
    public string SharedBuffers { get; init; } = "128MB";

    /// <summary>Further server settings by name; they win over the built-in ones.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long start and recovery after a crash may take.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>True leaves the server running when its last user stops; the next start joins it.</summary>
    public bool KeepRunning { get; init; }

    /// <summary>True looks every second whether the server lives and starts it again when it was killed.</summary>
    public bool Supervise { get; init; }

    /// <summary>Where starts, restarts and stops are reported; never receives a password.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
