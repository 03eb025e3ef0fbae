namespace Project06.EmbeddedPostgres;

/// <summary>Where a development run keeps its cluster, mails and other files.</summary>
public static class DevelopmentFolder
{
    /// <summary>The folder of environment variable P06_DATA, else <c>.data</c> beside the solution that this program was
    /// built from, else <c>.data</c> in the working folder. The cluster lies in its subfolder <c>postgres</c>.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("P06_DATA") is { Length: > 0 } folder)
        {
            return Path.GetFullPath(folder);
        }

        var up = new DirectoryInfo(AppContext.BaseDirectory);
        while (up is not null && !File.Exists(Path.Combine(up.FullName, "Project06.sln")))
        {
            up = up.Parent;
        }

        return Path.Combine(up?.FullName ?? Environment.CurrentDirectory, ".data");
    }
}
