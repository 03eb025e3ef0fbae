using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Project06.Journey.Tests.Ground;

/// <summary>The real host as a program of its own, to be killed. Its clock is that of the tests: <see cref="InHostProcess"/>.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("p06-host-");
    private readonly ConcurrentQueue<string> _said = new();

    /// <param name="database">What it serves.</param>
    /// <param name="shift">How far its clock is from the machine's: <see cref="ShiftTo"/>.</param>
    /// <param name="ticks">A file to which a job of every second writes; no job runs without.</param>
    public HostProcess(TestDatabase database, TimeSpan shift, string? ticks = null)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
        var assembly = typeof(HostProcess).Assembly.GetName().Name!;
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", "--depsfile", Beside(assembly + ".deps.json"), "--runtimeconfig", Beside("Project06.Host.runtimeconfig.json"), Beside("Project06.Host.dll"),
        ])
        {
            WorkingDirectory = Repository.PathOf("src", "Host"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Test",
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = assembly,
            [InHostProcess.Shift] = shift.ToString("c", CultureInfo.InvariantCulture),
            [InHostProcess.Ticks] = ticks ?? "",
            ["Database__Owner"] = database.Options.Owner,
            ["Database__RoleSecret"] = database.Options.RoleSecret,
            ["Database__PoolSize"] = "6",
            ["Mail__Folder"] = _folder.FullName,
            ["Data__Folder"] = _folder.FullName,
            ["Demo__People"] = "0",
            ["Jobs__Enabled"] = ticks is null ? "false" : "true",
            ["Serilog__MinimumLevel__Default"] = "Error",
        })
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    public bool Lives => !_process.HasExited;

    /// <summary>Errors it wrote down.</summary>
    public IReadOnlyCollection<string> Errors => _said;

    /// <summary>What brings the machine's clock to an instant.</summary>
    public static TimeSpan ShiftTo(DateTimeOffset now) => now - TimeProvider.System.GetUtcNow();

    /// <summary>Started, and serving.</summary>
    public static async Task<HostProcess> ServeAsync(TestDatabase database, TimeSpan shift, string? ticks = null)
    {
        var host = new HostProcess(database, shift, ticks);
        using var probe = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            try
            {
                using var answer = await probe.GetAsync(new Uri(host.Address, "/healthz/ready"));
                if (answer.IsSuccessStatusCode)
                    return host;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && host.Lives && since.Elapsed < Patience)
            {
                // It starts.
            }
            catch (HttpRequestException)
            {
                Assert.Fail($"The host doesn't serve: {string.Join('\n', host.Errors)}");
            }
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is rolled back but by the database.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Keep(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
            _said.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
