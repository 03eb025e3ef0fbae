using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Journey.Tests.Outbox;

/// <summary>An empty database with the test's own module, and as many hosts on it as a test wants.</summary>
internal sealed class ProbeGround : IAsyncDisposable
{
    private readonly List<ServiceProvider> _hosts = [];

    private ProbeGround(TestDatabase database, Trouble trouble) => (Database, Trouble) = (database, trouble);

    public TestDatabase Database { get; }

    public Trouble Trouble { get; }

    public IReadOnlyList<IServiceProvider> Hosts => _hosts;

    public static async Task<ProbeGround> CreateAsync(int hosts, Trouble trouble)
    {
        var ground = new ProbeGround(await TestDatabase.CreateEmptyAsync(), trouble);
        for (var i = 0; i < hosts; i++)
            ground._hosts.Add(ground.Build());
        await ground._hosts[0].GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return ground;
    }

    public async Task RaiseAsync(params IEnumerable<Counted> events)
    {
        await using var scope = _hosts[0].CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProbeDbContext>();
        foreach (var happened in events)
            db.Raise(happened);
        await db.SaveChangesAsync();
    }

    /// <summary>One worker of a host: delivers until nothing waits anywhere, or nothing can be delivered any more.</summary>
    public async Task WorkAsync(IServiceProvider host)
    {
        var dispatcher = host.GetRequiredService<SubjectDispatcher>();
        var module = host.GetRequiredService<ModuleDescriptor>();
        while (true)
        {
            if (await dispatcher.DeliverNextAsync(module, evenIfLater: true, CancellationToken.None))
                continue;
            // What is left may be in another worker's hands just now.
            if (await Database.ScalarAsync<long>("""
                SELECT count(*) FROM probe.deliveries d WHERE done_at IS NULL AND NOT EXISTS (
                    SELECT FROM probe.deliveries p WHERE p.subject = d.subject AND p.subject_version <= d.subject_version AND p.parked_at IS NOT NULL)
                """) == 0)
                return;
            await Task.Delay(5);
        }
    }

    public Task<List<int>> EffectsOfAsync(string subject) =>
        Database.QueryAsync<int>("SELECT number FROM probe.effects WHERE subject = $1 ORDER BY id", subject);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Database.DisposeAsync();
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Owner"] = Database.Options.Owner,
            ["Database:RoleSecret"] = Database.Options.RoleSecret,
        }).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(Trouble)
            .AddBuildingBlocks(configuration)
            .AddModule<ProbeDbContext>("probe")
            .BuildServiceProvider();
    }
}
