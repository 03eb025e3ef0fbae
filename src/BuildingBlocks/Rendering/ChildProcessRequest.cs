namespace Project06.BuildingBlocks.Rendering;

/// <summary>What to run and within which limits.</summary>
/// <param name="Program">Absolute path.</param>
/// <param name="Arguments">Passed as they are: no shell reads them.</param>
/// <param name="Folder">Working and home folder.</param>
public sealed record ChildProcessRequest(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>Wall clock; afterwards the process and its children are killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes read from standard output; more ends it.</summary>
    public int MaxOutput { get; init; } = 1 << 20;

    /// <summary>Address space in bytes, null for no limit (browsers reserve terabytes they never use).</summary>
    public long? Memory { get; init; }

    /// <summary>Largest file it may write, in bytes.</summary>
    public long MaxFile { get; init; } = 64 << 20;

    /// <summary>System user to run as when this program is root; null runs as the same user.</summary>
    public UnprivilegedUser? User { get; init; }

    /// <summary>Whether somebody waits for the answer; what nobody waits for leaves the processor to pages.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>Added to an otherwise bare environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a child process ended.</summary>
public enum ChildProcessEnd
{
    /// <summary>By itself, with exit code 0.</summary>
    Succeeded,

    /// <summary>By itself with another exit code, or by a signal, memory and file limits included.</summary>
    Failed,

    /// <summary>Killed: too slow.</summary>
    TimedOut,

    /// <summary>Killed: wrote more than allowed.</summary>
    TooMuchOutput,

    /// <summary>The program isn't there or may not be started.</summary>
    NotStarted,
}

/// <summary>What a child process left.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Output">Standard output up to the limit.</param>
/// <param name="Errors">The last of its standard error. May quote file contents: never log it for uploads.</param>
public sealed record ChildProcessResult(ChildProcessEnd End, string Output, string Errors);
