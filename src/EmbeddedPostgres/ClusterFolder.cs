using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Project06.EmbeddedPostgres;

/// <summary>What lies where in a cluster's folder: data, log, secrets, port, and the two locks that let several
/// programs share one server.</summary>
internal sealed class ClusterFolder(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    public string Data => Path.Combine(Root, "data");

    public string Unfinished => Path.Combine(Root, "data.new");

    public string LogFolder => Path.Combine(Root, "log");

    public string Log => Path.Combine(LogFolder, "postgres.log");

    public bool Exists => File.Exists(Path.Combine(Data, "PG_VERSION"));

    public int? Major => Exists
        ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture)
        : null;

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    private string UsersLock => Path.Combine(Root, "users.lock");

    public void Create()
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(LogFolder);
        if (!File.Exists(UsersLock))
        {
            File.WriteAllText(UsersLock, "");
        }
    }

    /// <summary>Held while a server of this folder is made, started or stopped. The kernel lets go when we are killed.</summary>
    public async Task<FileStream> LockAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(Root, "start.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not DirectoryNotFoundException)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>Held, shared, by every user of the server as long as it needs it.</summary>
    public FileStream JoinUsers() => new(UsersLock, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Whether nobody holds <see cref="JoinUsers"/> any more.</summary>
    public bool HasNoUsers()
    {
        try
        {
            using var alone = new FileStream(UsersLock, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The running server's process and port, or null. A pid file left by SIGKILL or by a reboot doesn't count,
    /// even when its number now belongs to another program.</summary>
    public ServerProcess? Running()
    {
        try
        {
            var text = File.ReadAllText(PidFile);
            var lines = text.Split('\n');
            if (lines.Length < 4 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid))
            {
                return null;
            }

            if (Directory.Exists("/proc/self"))
            {
                // The server works inside its data folder: seen through the process it is the same file, or it isn't ours.
                if (File.ReadAllText($"/proc/{pid}/cwd/postmaster.pid") != text || IsZombie(pid))
                {
                    return null;
                }
            }
            else
            {
                using var process = System.Diagnostics.Process.GetProcessById(pid);
            }

            var ready = lines.Length > 7 && lines[7].Trim() == "ready";
            return new ServerProcess(pid, int.Parse(lines[3], CultureInfo.InvariantCulture), ready);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    public void ForgetDeadServer() => File.Delete(PidFile);

    /// <summary>Reads a password of this cluster, readable by its owner only.</summary>
    public string ReadSecret(string role) => File.ReadAllText(Path.Combine(Root, $"{role}.secret")).Trim();

    public string MakeSecret(string role)
    {
        var path = Path.Combine(Root, $"{role}.secret");
        File.Delete(path);
        var secret = RandomNumberGenerator.GetHexString(40, lowercase: true);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(System.Text.Encoding.ASCII.GetBytes(secret));
        return secret;
    }

    /// <summary>The port of the last run while it is free, so that hosts find a restarted server where it was.</summary>
    public int ChoosePort(int wanted)
    {
        var file = Path.Combine(Root, "port");
        if (wanted == 0 && File.Exists(file)
            && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var last) && IsFree(last))
        {
            return last;
        }

        // Below the range from which the kernel takes ports of outgoing connections.
        var port = wanted != 0 ? wanted : Enumerable.Repeat(0, 100).Select(_ => Random.Shared.Next(20000, 30000)).First(IsFree);
        File.WriteAllText(file, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsZombie(int pid) => File.ReadAllText($"/proc/{pid}/cmdline").Length == 0;
}

internal sealed record ServerProcess(int Pid, int Port, bool Ready);
