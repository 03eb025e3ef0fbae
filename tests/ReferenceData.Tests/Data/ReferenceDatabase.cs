using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Project06.BuildingBlocks;
using Project06.BuildingBlocks.Persistence;
using Project06.EmbeddedPostgres;
using Project06.ReferenceData.Jobs;

namespace Project06.ReferenceData.Tests.Data;

/// <summary>A private cluster with the module's schema, migrated and empty.</summary>
public sealed class ReferenceDatabase : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("p06-reference-");
    private EmbeddedCluster? cluster;

    public async Task InitializeAsync()
    {
        cluster = await EmbeddedCluster.StartAsync(Path.Combine(folder.FullName, "pg"), new EmbeddedClusterOptions { Durable = false });
        await using var host = Host();
        await host.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null)
            await cluster.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>A copy of the shipped files that a test may change.</summary>
    public string CopyOfData()
    {
        var copy = Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"));
        foreach (var file in Directory.EnumerateFiles(ShippedData.Folder, "*.csv", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(ShippedData.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    /// <summary>The services of one host that reads the given folder.</summary>
    internal ServiceProvider Host(string? dataFolder = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Owner"] = cluster!.ConnectionString,
            ["Database:RoleSecret"] = "a secret for tests",
            ["ReferenceData:DataFolder"] = dataFolder ?? "data",
        }).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddBuildingBlocks(configuration)
            .AddReferenceData(configuration)
            .BuildServiceProvider();
    }

    internal static RefreshSnapshot Job(ServiceProvider host) =>
        host.GetServices<IHostedService>().OfType<RefreshSnapshot>().Single();

    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(cluster!.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
