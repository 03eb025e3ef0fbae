using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

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

/// <summary>Runs programs that handle hostile files: no shell, bare environment, limits on time, memory and output.</summary>
public static class ChildProcess
{
    private const int MaxErrors = 16 << 10;
    private const int KillSignal = 9;
    private static readonly string? Prlimit = ToolPaths.Find("prlimit"), Setsid = ToolPaths.Find("setsid"),
        Nice = ToolPaths.Find("nice");

    /// <summary>Runs one program to its end. Cancelling kills it and throws.</summary>
    public static async Task<ChildProcessResult> RunAsync(ChildProcessRequest request, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Describe(request) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new ChildProcessResult(ChildProcessEnd.NotStarted, "", e.Message);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(request.Timeout);
        process.StandardInput.Close();
        using var tooMuch = new CancellationTokenSource();
        var output = ReadAsync(process.StandardOutput, request.MaxOutput, tooMuch);
        var errors = ReadAsync(process.StandardError, MaxErrors, full: null);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, tooMuch.Token);
            await process.WaitForExitAsync(either.Token);
            // A grandchild may keep the pipes open after its parent is done; nothing of interest comes from it.
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(1000, ct));
        }
        catch (OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return new ChildProcessResult(
                tooMuch.IsCancellationRequested ? ChildProcessEnd.TooMuchOutput : ChildProcessEnd.TimedOut, "", "");
        }
        finally
        {
            KillAll(process);
        }

        return new ChildProcessResult(
            tooMuch.IsCancellationRequested ? ChildProcessEnd.TooMuchOutput
            : process.ExitCode == 0 ? ChildProcessEnd.Succeeded : ChildProcessEnd.Failed,
            output.IsCompletedSuccessfully ? output.Result : "",
            errors.IsCompletedSuccessfully ? errors.Result : "");
    }

    private static void KillAll(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        // Grandchildren whose parent is gone are no longer in the tree, but still in the group.
        if (Setsid is not null)
        {
            _ = Kill(-process.Id, KillSignal);
        }
    }

    private static ProcessStartInfo Describe(ChildProcessRequest request)
    {
        // Root must still be root while limits are set, so prlimit comes before the change of user.
        List<string> line = Nice is null ? [] : [Nice, "-n", "10"]; // one waits for a picture, everybody for pages
        if (Setsid is not null)
        {
            line.Add(Setsid); // a process group of its own, with the same process id
        }

        if (Prlimit is not null)
        {
            line.AddRange([Prlimit, "--core=0", Limit("fsize", request.MaxFile)]);
            if (request.Memory is { } memory)
            {
                line.AddRange([Limit("as", memory), Limit("cpu", (long)Math.Ceiling(request.Timeout.TotalSeconds) * 2)]);
            }

            line.Add("--");
        }

        line.AddRange([.. request.User?.Prefix ?? [], request.Program, .. request.Arguments]);
        var start = new ProcessStartInfo(line[0])
        {
            WorkingDirectory = request.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in line.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        // Nothing of the host's environment: it may hold connection strings.
        start.Environment.Clear();
        foreach (var (name, value) in new Dictionary<string, string>(request.Environment)
                 {
                     ["PATH"] = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin",
                     ["HOME"] = request.Folder,
                     ["TMPDIR"] = request.Folder,
                     ["LC_ALL"] = "C.UTF-8",
                     ["TZ"] = "Asia/Ho_Chi_Minh",
                 })
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Limit(string name, long value) =>
        string.Create(CultureInfo.InvariantCulture, $"--{name}={value}");

    private static async Task<string> ReadAsync(StreamReader reader, int most, CancellationTokenSource? full)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > most)
            {
                text.Remove(0, text.Length - most);
                full?.Cancel();
            }
        }

        return text.ToString();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
