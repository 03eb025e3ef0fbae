namespace Project06.EmbeddedPostgres;

/// <summary>Under whose name the server programs run. PostgreSQL refuses root, so root hands them to a user namespace
/// in which root's files belong to an ordinary user, or else to a system user who then owns the folder.</summary>
internal sealed record ServerUser(IReadOnlyList<string> Prefix, string? FileOwner)
{
    public static async Task<ServerUser> ChooseAsync(CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerUser([], null);
        }

        string[] unshare = ["unshare", "-U", "--map-user=1000", "--map-group=1000", "--"];
        if (await WorksAsync(unshare, ct))
        {
            return new ServerUser(unshare, "0:0");
        }

        foreach (var user in new[] { "postgres", "nobody" })
        {
            var ids = await Task.WhenAll(
                Command.RunAsync(["id", "-u", user], ct), Command.RunAsync(["id", "-g", user], ct));
            if (ids.Any(i => i.ExitCode != 0))
            {
                continue;
            }

            var (uid, gid) = (ids[0].Output.Trim(), ids[1].Output.Trim());
            foreach (var prefix in new string[][]
                     {
                         ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--"],
                         ["runuser", "-u", user, "--"],
                     })
            {
                if (await WorksAsync(prefix, ct))
                {
                    return new ServerUser(prefix, $"{uid}:{gid}");
                }
            }
        }

        throw new EmbeddedPostgresException(
            "PostgreSQL doesn't run as root, and neither unshare, setpriv nor runuser works here. "
            + "Start as an ordinary user, or set Database__Owner to a server of yours.");
    }

    public Task<CommandResult> RunAsync(
        IEnumerable<string> line, string folder, CancellationToken ct, string? input = null) =>
        Command.RunAsync([.. Prefix, .. line], ct, input, folder);

    /// <summary>Gives the files to the server's user: a folder may have been made under another of these ways.</summary>
    public async Task OwnAsync(CancellationToken ct, params string[] paths)
    {
        if (FileOwner is not null)
        {
            await Command.RunAsync(["chown", "-R", FileOwner, .. paths], ct);
        }
    }

    private static async Task<bool> WorksAsync(IEnumerable<string> prefix, CancellationToken ct) =>
        await Command.RunAsync([.. prefix, "id", "-u"], ct) is { ExitCode: 0 } answer && answer.Output.Trim() != "0";
}
