namespace Project06.BuildingBlocks.Rendering;

/// <summary>Finds the outside programs.</summary>
internal static class ToolPaths
{
    private static readonly string[] UsualFolders =
        ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin", "/opt/homebrew/bin"];

    /// <summary>The first of the names that is an executable file on PATH or in the usual folders, or null.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(UsualFolders);
        foreach (var name in names)
        {
            if (folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>A configured path if that file exists, otherwise null; without one, the first name found.</summary>
    public static string? Choose(string? configured, params ReadOnlySpan<string> names) =>
        string.IsNullOrWhiteSpace(configured) ? Find(names) : File.Exists(configured) ? configured : null;

    public static string? Beside(string? tool, string name) =>
        tool is null ? null : Choose(Path.Combine(Path.GetDirectoryName(tool)!, name), name) ?? Find(name);
}
