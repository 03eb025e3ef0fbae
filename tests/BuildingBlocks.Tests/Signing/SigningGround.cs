using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.EmbeddedPostgres;

namespace Project06.BuildingBlocks.Tests.Signing;

/// <summary>The test authority on a database of its own, and a folder in which pdfsig trusts its root.</summary>
public sealed class SigningGround : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("p06-signing-").FullName;
    private EmbeddedCluster _cluster = null!;
    private ServiceProvider _services = null!;

    public PdfSigner Signer => _services.GetRequiredService<PdfSigner>();

    public ISigningAuthority Authority => _services.GetRequiredService<ISigningAuthority>();

    public async Task InitializeAsync()
    {
        _cluster = await EmbeddedCluster.StartAsync(_folder, new EmbeddedClusterOptions { Durable = false });
        _services = Wire("tests");
        await _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        Nss.TrustInNewStore(Store, (await Authority.RootAsync(default)).RawData);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cluster.DisposeAsync();
        await EmbeddedCluster.StopFolderAsync(_folder);
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(Store, recursive: true);
    }

    private string Store => _folder + "-trusted";

    /// <summary>What poppler's pdfsig says of a file, the test root trusted.</summary>
    public async Task<string> VerifyAsync(byte[] pdf)
    {
        var file = Path.Combine(Store, $"{Guid.NewGuid():n}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        var result = await ChildProcess.RunAsync(
            new ChildProcessRequest("/usr/bin/pdfsig", ["-nssdir", Store, file], Store), CancellationToken.None);
        return result.Output;
    }

    /// <summary>Another host on the same database.</summary>
    internal ServiceProvider Wire(string secret)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Owner"] = _cluster.ConnectionString,
            ["Database:RoleSecret"] = "tests",
            ["Signing:Secret"] = secret,
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddBuildingBlocks(configuration);
        services.AddSigning();
        return services.BuildServiceProvider();
    }

    public async Task<List<(string Subject, byte[] Key)>> RowsAsync()
    {
        await using var owner = NpgsqlDataSource.Create(_cluster.ConnectionString);
        await using var command = owner.CreateCommand("SELECT subject, private_key FROM signing.certificates ORDER BY issued_at, id");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, byte[])>();
        while (await reader.ReadAsync())
            rows.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        return rows;
    }
}
