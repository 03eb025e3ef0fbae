using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Project06.Benchmarks.Ground;

/// <summary>The real host as a process of its own, to be killed and started again on the same port.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(5);
    private readonly string _dll;
    private readonly Dictionary<string, string> _settings;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly HttpClient _probe = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public HostProcess(IReadOnlyDictionary<string, string> settings)
    {
        _dll = FindDll();
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _settings = new Dictionary<string, string>(settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Site__BaseUrl"] = Address.ToString().TrimEnd('/'),
            ["Serilog__MinimumLevel__Default"] = "Warning",
            ["Serilog__MinimumLevel__Override__Project06"] = "Warning",
            ["DOTNET_NOLOGO"] = "1",
        };
    }

    /// <summary>The host to start: what P06_HOST_DLL names, else the one built last.</summary>
    public static string FindDll() =>
        Environment.GetEnvironmentVariable("P06_HOST_DLL") is { Length: > 0 } told ? told : WorkingCopy.HostDll();

    /// <summary>Where it is served.</summary>
    public Uri Address { get; }

    /// <summary>Whether the process lives.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Its process id.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("It isn't started.");

    /// <summary>What it ended with; null while it runs. 137 is SIGKILL.</summary>
    public int? ExitCode => _process is { HasExited: true } ended ? ended.ExitCode : null;

    /// <summary>Its warnings and errors of late, for the message of a failed proof.</summary>
    public string LogTail(int lines = 30) => string.Join('\n', _log.TakeLast(lines));

    /// <summary>Starts it; <see cref="WaitUntilReadyAsync"/> says when it serves.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            // As `dotnet run` does: appsettings.json lies here.
            WorkingDirectory = WorkingCopy.HostFolder(_dll),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(_dll);
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it serves and the database answers it.</summary>
    /// <exception cref="InvalidOperationException">It ended, or doesn't get ready; the message holds its log.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (!IsRunning)
                throw new InvalidOperationException($"The host ended by itself ({ExitCode}):\n{LogTail()}");
            try
            {
                using var answer = await _probe.GetAsync(new Uri(Address, "/healthz/ready"), ct);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                // Not yet.
            }
            if (Stopwatch.GetElapsedTime(started) > StartTimeout)
                throw new InvalidOperationException($"The host didn't get ready in {StartTimeout.TotalMinutes:0} minutes:\n{LogTail()}");
            await Task.Delay(40, ct);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _probe.Dispose();
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        _log.Enqueue(line.Length > 1500 ? line[..1500] : line);
        while (_log.Count > 200)
            _log.TryDequeue(out _);
    }

    /// <summary>A port of 127.0.0.1 that nothing listens at now.</summary>
    public static int FreePort()
    {
        // Below the range from which the kernel takes ports of outgoing connections.
        while (true)
        {
            var port = Random.Shared.Next(10_000, 20_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: another one.
            }
        }
    }
}
