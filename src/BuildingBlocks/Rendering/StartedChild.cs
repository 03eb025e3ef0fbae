using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>A child process that runs, or waits for what it is to work on. Disposing kills it and all its children.</summary>
internal sealed class StartedChild(ChildProcessRequest request, Process? process, string? refusal) : IDisposable
{
    private const int MaxErrors = 16 << 10;
    private const int KillSignal = 9;
    private readonly CancellationTokenSource _tooMuch = new();
    private bool _ended;

    /// <summary>When it was started, as <see cref="Stopwatch"/> counts.</summary>
    public long StartedAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether it still can be given something.</summary>
    public bool Runs => process is { HasExited: false };

    /// <summary>Gives it its input and waits for its end, within its time from now. Cancelling kills it and throws.</summary>
    public async Task<ChildProcessResult> FinishAsync(ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        if (process is null)
        {
            return new ChildProcessResult(ChildProcessEnd.NotStarted, "", refusal ?? "");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, _tooMuch.Token);
        limit.CancelAfter(request.Timeout);
        // Not before: reading a pipe holds a thread, and some children wait for minutes.
        var output = ReadAsync(process.StandardOutput, request.MaxOutput, _tooMuch);
        var errors = ReadAsync(process.StandardError, MaxErrors, full: null);
        try
        {
            await FeedAsync(process, input, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            // A grandchild may keep the pipes open after its parent is done; nothing of interest comes from it.
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(1000, ct));
        }
        catch (OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return new ChildProcessResult(
                _tooMuch.IsCancellationRequested ? ChildProcessEnd.TooMuchOutput : ChildProcessEnd.TimedOut, "", "");
        }
        finally
        {
            _ended = true;
            KillAll(process);
        }

        return new ChildProcessResult(
            _tooMuch.IsCancellationRequested ? ChildProcessEnd.TooMuchOutput
            : process.ExitCode == 0 ? ChildProcessEnd.Succeeded : ChildProcessEnd.Failed,
            output.IsCompletedSuccessfully ? output.Result : "",
            errors.IsCompletedSuccessfully ? errors.Result : "");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Once it has ended its number may be another's.
        if (process is not null && !_ended)
        {
            KillAll(process);
        }

        process?.Dispose();
        _tooMuch.Dispose();
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has seen enough: how it ends says what it thinks of it.
        }
    }

    private static void KillAll(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        // Grandchildren whose parent is gone are no longer in the tree, but still in the group.
        if (ChildProcess.Setsid is not null)
        {
            _ = Kill(-process.Id, KillSignal);
        }
    }

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
