using System.Diagnostics;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>Other programs that look at what ours made.</summary>
internal static class Programs
{
    /// <summary>The first of the names on PATH.</summary>
    public static string Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault() ?? throw new FileNotFoundException($"None of {string.Join(", ", names)} is on PATH.");

    /// <summary>Runs a program to its end; answers what it wrote.</summary>
    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Find(name), arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{name} {string.Join(' ', arguments)}: {await errors}");
        return await output;
    }
}
