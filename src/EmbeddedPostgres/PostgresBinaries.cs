using System.Globalization;
using System.Text.RegularExpressions;

namespace Project06.EmbeddedPostgres;

/// <summary>One set of server programs and their major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int LowestMajor = 15;

    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>The newest usable set, or the one of <paramref name="major"/> when a cluster of that version exists:
    /// a data folder opens only with the major version that made it.</summary>
    public static async Task<PostgresBinaries> FindAsync(string? folder, int? major, CancellationToken ct)
    {
        var forced = folder ?? Environment.GetEnvironmentVariable("P06_PG_BIN");
        var found = new List<PostgresBinaries>();
        var candidates = string.IsNullOrWhiteSpace(forced) ? await CandidatesAsync(ct) : [forced];
        foreach (var candidate in candidates.Distinct(StringComparer.Ordinal))
        {
            if (await ReadAsync(candidate, ct) is { } binaries)
            {
                found.Add(binaries);
            }
        }

        var best = found.Where(b => b.Major >= LowestMajor && (major is null || b.Major == major)).MaxBy(b => b.Major);
        if (best is not null)
        {
            return best;
        }

        throw new EmbeddedPostgresException(
            major is null
                ? $"No PostgreSQL {LowestMajor} or newer was found. Install it (Debian, Ubuntu: apt-get install postgresql), "
                  + "set P06_PG_BIN to the folder with initdb, or set Database__Owner to a server of yours."
                : $"The cluster in this folder was made by PostgreSQL {major}, whose programs aren't here "
                  + $"(found: {string.Join(", ", found.Select(b => b.Major))}). Install that version, or start over with ./dev reset.");
    }

    private static async Task<List<string>> CandidatesAsync(CancellationToken ct)
    {
        var folders = new List<string>();
        foreach (var entry in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            var postgres = Path.Combine(entry, "postgres");
            if (entry.Length > 0 && File.Exists(postgres))
            {
                // /usr/local/bin/postgres is often a link; initdb and the share folder lie beside the real file.
                var target = new FileInfo(postgres).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? postgres;
                folders.Add(Path.GetDirectoryName(target)!);
            }

            // Debian's pg_config lies about servers that aren't installed; ReadAsync looks for the files.
            var config = Path.Combine(entry, "pg_config");
            if (entry.Length > 0 && File.Exists(config)
                && await Command.RunAsync([config, "--bindir"], ct) is { ExitCode: 0 } answer)
            {
                folders.Add(answer.Output.Trim());
            }
        }

        foreach (var (root, tail) in new[]
                 {
                     ("/usr/lib/postgresql", "bin"), ("/opt/homebrew/opt", "bin"), ("/usr/local/opt", "bin"),
                     ("/Applications/Postgres.app/Contents/Versions", "bin"), ("/usr", "bin"), ("/usr/local/pgsql", ""),
                 })
        {
            if (Directory.Exists(root))
            {
                folders.AddRange(Directory.EnumerateDirectories(root).Select(d => Path.Combine(d, tail).TrimEnd('/')));
            }
        }

        return folders;
    }

    private static async Task<PostgresBinaries?> ReadAsync(string folder, CancellationToken ct)
    {
        if (!new[] { "initdb", "pg_ctl", "postgres" }.All(p => File.Exists(Path.Combine(folder, p))))
        {
            return null;
        }

        var answer = await Command.RunAsync([Path.Combine(folder, "postgres"), "--version"], ct);
        var match = Version().Match(answer.Output);
        return answer.ExitCode == 0 && match.Success
            ? new PostgresBinaries(folder, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
