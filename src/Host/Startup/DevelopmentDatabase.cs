using System.Security.Cryptography;
using Project06.EmbeddedPostgres;

namespace Project06.Host.Startup;

/// <summary>In Development, and only there, a private PostgreSQL cluster when no connection string is given.</summary>
internal static class DevelopmentDatabase
{
    public static async Task<EmbeddedCluster?> StartIfNeededAsync(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["Database:Owner"]))
            return null;
        if (!builder.Environment.IsDevelopment())
            throw new InvalidOperationException("Set Database__Owner and Database__RoleSecret: only Development brings its own PostgreSQL.");

        var folder = DataFolder(builder);
        Directory.CreateDirectory(folder);
        builder.Configuration["Data:Folder"] = folder;
        builder.Configuration["Mail:Folder"] ??= Path.Combine(folder, "mail");
        var cluster = await EmbeddedCluster.StartAsync(Path.Combine(folder, "postgres"), new EmbeddedClusterOptions { Supervise = true });
        builder.Configuration["Database:Owner"] = cluster.ConnectionString;
        builder.Configuration["Database:RoleSecret"] = await SecretAsync(Path.Combine(folder, "role-secret"));
        return cluster;
    }

    /// <summary>The folder for what a run leaves behind: <c>.data</c> beside the solution.</summary>
    public static string DataFolder(WebApplicationBuilder builder) =>
        builder.Configuration["Data:Folder"] ?? Path.Combine(RepositoryRoot(builder.Environment.ContentRootPath), ".data");

    private static string RepositoryRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Project06.sln")))
                return folder.FullName;
        }
        return from;
    }

    private static async Task<string> SecretAsync(string path)
    {
        if (!File.Exists(path))
        {
            // Written aside and linked into place: two hosts that start at once end with one secret.
            var own = $"{path}.{Environment.ProcessId}";
            var mode = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var file = new StreamWriter(own, mode))
                await file.WriteAsync(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(own);
            }
        }
        return (await File.ReadAllTextAsync(path)).Trim();
    }
}
