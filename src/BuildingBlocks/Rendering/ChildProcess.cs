using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>Runs programs that handle hostile files: no shell, bare environment, limits on time, memory and output.</summary>
public static class ChildProcess
{
    private static readonly string? Prlimit = ToolPaths.Find("prlimit"), Nice = ToolPaths.Find("nice");

    /// <summary>Gives a child a process group of its own; null where the system has no such program.</summary>
    internal static readonly string? Setsid = ToolPaths.Find("setsid");

    /// <summary>Runs one program to its end. Cancelling kills it and throws.</summary>
    public static async Task<ChildProcessResult> RunAsync(ChildProcessRequest request, CancellationToken ct)
    {
        using var child = Start(request);
        return await child.FinishAsync(ReadOnlyMemory<byte>.Empty, ct);
    }

    /// <summary>Starts a program that reads its standard input later; its time runs from then on.</summary>
    internal static StartedChild Start(ChildProcessRequest request)
    {
        var process = new Process { StartInfo = Describe(request) };
        try
        {
            process.Start();
            return new StartedChild(request, process, refusal: null);
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            return new StartedChild(request, process: null, e.Message);
        }
    }

    private static ProcessStartInfo Describe(ChildProcessRequest request)
    {
        // Root must still be root while limits are set, so prlimit comes before the change of user.
        List<string> line = Nice is null || request.IsAwaited ? [] : [Nice, "-n", "10"];
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
}
