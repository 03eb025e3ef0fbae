using System.ComponentModel;
using System.Diagnostics;

namespace Project06.EmbeddedPostgres;

/// <summary>Runs one short program to its end, with a bare environment and no shell.</summary>
internal static class Command
{
    public static async Task<CommandResult> RunAsync(
        IReadOnlyList<string> line, CancellationToken ct, string? input = null, string? workingFolder = null)
    {
        var start = new ProcessStartInfo(line[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? "/",
        };
        foreach (var argument in line.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        // PGDATA, PGPORT and the like of the caller must not reach the private cluster.
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = $"{path}:/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            return new CommandResult(127, "", e.Message);
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            try
            {
                await process.StandardInput.WriteAsync((input ?? "").AsMemory(), ct);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended without reading; its exit code and messages say why.
            }

            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, await output, await errors);
        }
    }
}

internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The last lines of what it said, for a message to a person.</summary>
    public string Tail => string.Join('\n', $"{Output}\n{Errors}".Trim().Split('\n').TakeLast(6));
}
