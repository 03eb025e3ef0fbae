using Microsoft.Extensions.Logging;

namespace Project06.EmbeddedPostgres;

/// <summary>Makes, starts and stops the server of one folder. Callers hold the folder's start lock.</summary>
internal sealed class Server(ClusterFolder folder, EmbeddedClusterOptions options, PostgresBinaries binaries, ServerUser user)
{
    /// <summary>Initialises the data folder in a side folder and renames it last, so that a half-made one is never used.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        if (Directory.Exists(folder.Unfinished))
        {
            Directory.Delete(folder.Unfinished, recursive: true);
        }

        Directory.CreateDirectory(
            folder.Unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await user.OwnAsync(ct, folder.Unfinished);

        // "reject" until the roles have passwords; host access is replaced below.
        List<string> initdb =
        [
            binaries["initdb"], "-D", folder.Unfinished, "-U", "postgres", "-E", "UTF8", "-A", "reject",
            .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var made = await user.RunAsync([.. initdb, "--locale=C.UTF-8"], folder.Root, ct);
        if (made.ExitCode != 0)
        {
            // macOS before 26 has no C.UTF-8.
            made = await user.RunAsync([.. initdb, "--lc-collate=C", "--lc-ctype=en_US.UTF-8"], folder.Root, ct);
        }

        Require(made, "initdb");
        await File.AppendAllTextAsync(Path.Combine(folder.Unfinished, "postgresql.conf"), ServerSettings.Include, ct);
        await File.WriteAllTextAsync(Path.Combine(folder.Unfinished, "pg_hba.conf"), ServerSettings.HostAccess, ct);

        // Single-user mode needs neither psql nor a driver nor an open port: one command a line.
        var sql = $"""
            ALTER ROLE postgres PASSWORD '{folder.MakeSecret("postgres")}'
            CREATE ROLE p06_owner LOGIN CREATEDB CREATEROLE PASSWORD '{folder.MakeSecret("p06_owner")}'
            GRANT pg_monitor, pg_signal_backend TO p06_owner
            CREATE DATABASE "{options.Database}" OWNER p06_owner

            """;
        Require(
            await user.RunAsync(
                [binaries["postgres"], "--single", "-c", "exit_on_error=on", "-D", folder.Unfinished, "postgres"],
                folder.Root, ct, sql),
            "postgres --single");
        Directory.Move(folder.Unfinished, folder.Data);
        Log.Created(options.Logger, folder.Root, binaries.Major);
    }

    public async Task<ServerProcess> StartAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.StartTimeout);
        string last = "";
        try
        {
            while (true)
            {
                var running = folder.Running();
                if (running is { Ready: true })
                {
                    return running;
                }

                if (running is null)
                {
                    last = await TryStartAsync(limit.Token);
                }

                // After SIGKILL of the server its children live on for a moment and hold the shared memory: try again.
                await Task.Delay(folder.Running() is { Ready: true } ? 0 : 200, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL didn't start within {options.StartTimeout.TotalSeconds:0} s. {last}\nIts log: {folder.Log}");
        }
    }

    public async Task StopAsync(CancellationToken ct)
    {
        if (folder.Running() is null)
        {
            return;
        }

        Require(
            await user.RunAsync([binaries["pg_ctl"], "stop", "-s", "-w", "-m", "fast", "-D", folder.Data], folder.Root, ct),
            "pg_ctl stop");
        Log.Stopped(options.Logger, folder.Root);
    }

    private async Task<string> TryStartAsync(CancellationToken ct)
    {
        folder.ForgetDeadServer();
        var port = folder.ChoosePort(options.Port);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "project06.conf"), ServerSettings.Text(options, port), ct);
        if (new FileInfo(folder.Log) is { Exists: true, Length: > 10 << 20 })
        {
            File.Delete(folder.Log);
        }

        await user.OwnAsync(ct, folder.Data, folder.LogFolder);
        var seconds = Math.Ceiling(options.StartTimeout.TotalSeconds);
        var answer = await user.RunAsync(
            [binaries["pg_ctl"], "start", "-s", "-w", "-t", $"{seconds}", "-D", folder.Data, "-l", folder.Log],
            folder.Root, ct);
        if (answer.ExitCode == 0)
        {
            Log.Started(options.Logger, folder.Root, port);
        }

        return answer.Tail;
    }

    private static void Require(CommandResult result, string what)
    {
        if (result.ExitCode != 0)
        {
            throw new EmbeddedPostgresException($"{what} failed ({result.ExitCode}): {result.Tail}");
        }
    }
}
