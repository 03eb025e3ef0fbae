using System.Globalization;
using System.Runtime.InteropServices;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>A system user to whom root hands its children.</summary>
public sealed class UnprivilegedUser
{
    private readonly uint _uid;
    private readonly uint _gid;

    private UnprivilegedUser(uint uid, uint gid, IReadOnlyList<string> prefix) => (_uid, _gid, Prefix) = (uid, gid, prefix);

    /// <summary>What to put before a command line so that it runs as this user.</summary>
    internal IReadOnlyList<string> Prefix { get; }

    /// <summary>The user for the children of this program, or null: when it isn't root (they share its user), or when
    /// no such user or no <c>setpriv</c> exists.</summary>
    public static UnprivilegedUser? Find(string? name)
    {
        if (!Environment.IsPrivilegedProcess || !OperatingSystem.IsLinux() || ToolPaths.Find("setpriv") is not { } setpriv)
        {
            return null;
        }

        var users = File.ReadLines("/etc/passwd").Select(l => l.Split(':')).Where(f => f.Length > 3).ToList();
        string[] names = name is null ? ["project06-render", "nobody"] : [name];
        var found = names.Select(n => users.Find(u => u[0] == n)).FirstOrDefault(u => u is not null);
        if (found is null)
        {
            return null;
        }

        var (uid, gid) = (uint.Parse(found[2], CultureInfo.InvariantCulture), uint.Parse(found[3], CultureInfo.InvariantCulture));
        return new UnprivilegedUser(
            uid, gid, [setpriv, $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--inh-caps=-all", "--"]);
    }

    /// <summary>Makes this user the owner of one file or folder.</summary>
    internal void Own(string path)
    {
        if (ChangeOwner(path, _uid, _gid) != 0)
        {
            throw new IOException($"chown failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint uid, uint gid);
}
