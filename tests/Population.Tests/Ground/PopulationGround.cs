using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Project06.BuildingBlocks;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;
using Project06.CivilStatus.Contracts;
using Project06.EmbeddedPostgres;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData;
using Project06.Transparency;

namespace Project06.Population.Tests.Ground;

/// <summary>Population, Transparency and ReferenceData on a real database; what other modules would answer stands here.</summary>
public sealed class PopulationGround : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("p06-population-").FullName;
    private EmbeddedCluster _cluster = null!;
    private ServiceProvider _services = null!;

    public NeighbourAnswers Neighbours { get; } = new();

    public async Task InitializeAsync()
    {
        _cluster = await EmbeddedCluster.StartAsync(_folder, new EmbeddedClusterOptions { Durable = false });
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Owner"] = _cluster.ConnectionString,
            ["Database:RoleSecret"] = "tests",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddBuildingBlocks(configuration);
        services.AddReferenceData(configuration).AddTransparency(configuration).AddPopulation(configuration);
        services.AddSingleton(Neighbours);
        services.AddTransient<IRequestHandler<FindBirthEntry, BirthEntryContent>, NeighbourAnswers.Births>();
        services.AddTransient<IRequestHandler<FindEffectInput, EffectInput>, NeighbourAnswers.Effects>();
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);

        // Reference data fills its book before anything else of a host starts.
        await _services.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Single().StartingAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cluster.DisposeAsync();
        await EmbeddedCluster.StopFolderAsync(_folder);
        Directory.Delete(_folder, recursive: true);
    }

    public IServiceProvider Services => _services;

    public async Task<TAnswer> AskAsync<TAnswer>(IRequest<TAnswer> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Hands an event to this module's reaction, as a delivery would.</summary>
    public async Task TellAsync<TEvent>(TEvent happened) where TEvent : IEvent
    {
        var consumer = _services.GetServices<EventConsumer>().Single(c => c.Event == typeof(TEvent));
        await using var scope = _services.CreateAsyncScope();
        var handler = (IEventHandler<TEvent>)scope.ServiceProvider.GetRequiredService(consumer.Handler);
        await handler.HandleAsync(happened, new EventContext(Guid.NewGuid(), TimeProvider.System.GetUtcNow(), null), default);
    }

    /// <summary>Asks the database as the owner, or as a module's role.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, string? role = null, params object[] arguments)
    {
        await using var owner = role is null ? NpgsqlDataSource.Create(_cluster.ConnectionString) : null;
        var source = owner ?? _services.GetRequiredService<ModuleDataSources>().OfRole(role!);
        await using var command = source.CreateCommand(sql);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(await reader.GetFieldValueAsync<T>(0));
        return rows;
    }
}

/// <summary>What CivilStatus and PublicServices know in these tests.</summary>
public sealed class NeighbourAnswers
{
    public ConcurrentDictionary<Guid, BirthEntryContent> BirthEntries { get; } = new();

    public ConcurrentDictionary<Guid, EffectInput> EffectInputs { get; } = new();

    internal sealed class Births(NeighbourAnswers known) : IRequestHandler<FindBirthEntry, BirthEntryContent>
    {
        public Task<BirthEntryContent> Handle(FindBirthEntry request, CancellationToken cancellationToken) =>
            Task.FromResult(known.BirthEntries[request.BirthEntryId]);
    }

    internal sealed class Effects(NeighbourAnswers known) : IRequestHandler<FindEffectInput, EffectInput>
    {
        public Task<EffectInput> Handle(FindEffectInput request, CancellationToken cancellationToken) =>
            Task.FromResult(known.EffectInputs[request.RequestId]);
    }
}

[CollectionDefinition(nameof(PopulationGround))]
public sealed class PopulationGroundCollection : ICollectionFixture<PopulationGround>;
