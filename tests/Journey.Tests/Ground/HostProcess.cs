using System.Diagnostics;

namespace Project06.Journey.Tests.Ground;

/// <summary>The real host as a program of its own, to be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("p06-host-");

    public HostProcess(TestDatabase database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Project06.Host.dll")])
        {
            WorkingDirectory = Repository.PathOf("src", "Host"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Test",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Database__Owner"] = database.Options.Owner,
            ["Database__RoleSecret"] = database.Options.RoleSecret,
            ["Database__PoolSize"] = "6",
            ["Mail__Folder"] = _folder.FullName,
            ["Data__Folder"] = _folder.FullName,
            ["Demo__People"] = "0",
            ["Jobs__Enabled"] = "false",
            ["Serilog__MinimumLevel__Default"] = "Fatal",
        })
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool Lives => !_process.HasExited;

    /// <summary>SIGKILL: nothing is finished, nothing is rolled back but by the database.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
