using System.Collections.Concurrent;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Project06.BuildingBlocks;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.DemoNation;
using Project06.EmbeddedPostgres;
using Project06.Population;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData;
using Project06.Transparency;
using Project06.Ui;

namespace Project06.CivilStatus.Tests.Ground;

/// <summary>
/// CivilStatus with Population, ReferenceData and Transparency on a real database and a small sample nation; only the
/// dossiers' side is stood in for.
/// </summary>
public sealed class RegistryGround : IAsyncLifetime
{
    public const string Ward = DemoNationOptions.WardCode;

    private readonly string _folder = Directory.CreateTempSubdirectory("p06-civil-status-").FullName;
    private EmbeddedCluster _cluster = null!;
    private ServiceProvider _services = null!;
    private int _notices;

    public Nation Nation { get; private set; } = null!;

    /// <summary>A couple without children that no other test gives one.</summary>
    public DemoPerson ChildlessWife { get; private set; } = null!;

    public DemoPerson Husband { get; private set; } = null!;

    internal ConcurrentDictionary<Guid, EffectInput> Inputs { get; } = new();

    public async Task InitializeAsync()
    {
        _cluster = await EmbeddedCluster.StartAsync(_folder, new EmbeddedClusterOptions { Durable = false });
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Owner"] = _cluster.ConnectionString,
            ["Database:RoleSecret"] = "tests",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new NoonOfTheNation());
        services.AddSingleton<IWebHostEnvironment, BuiltUi>();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddBuildingBlocks(configuration);
        services.AddRendering();
        services.AddSigning();
        services.AddUi();
        services.AddReferenceData(configuration).AddTransparency(configuration).AddPopulation(configuration).AddCivilStatus(configuration);
        services.AddSingleton(Inputs);
        services.AddTransient<IRequestHandler<FindEffectInput, EffectInput>, Dossiers>();
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        await _services.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Single().StartingAsync(default);

        Nation = Nation.Generate(new DemoNationOptions(People: 4_000), Path.Combine(BuiltUi.RepoRoot, "data"));
        ChooseCouple();
        foreach (var seeder in _services.GetServices<IDemoSeeder<Nation>>().OrderBy(s => s.Order))
            await seeder.SeedAsync(Nation, default);
    }

    private void ChooseCouple()
    {
        var people = Nation.People.ToDictionary(p => p.Id);
        var parents = Nation.People.SelectMany(p => new[] { p.MotherId, p.FatherId }).ToHashSet();
        var cast = Nation.Cast.Mother.Id;
        var couple = Nation.Marriages.First(m =>
            !parents.Contains(m.WifeId) && !parents.Contains(m.HusbandId) && m.WifeId != cast && !m.EndedByDeath
            && people[m.HusbandId].BirthDatePrecision == DemoDatePrecision.Day);
        (ChildlessWife, Husband) = (people[couple.WifeId], people[couple.HusbandId]);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cluster.DisposeAsync();
        await EmbeddedCluster.StopFolderAsync(_folder);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A code nobody else in this run uses.</summary>
    public string NewNotice() => $"01234.GCS.{Interlocked.Increment(ref _notices):00000}.26";

    internal RegisterBirth Birth(string given, Guid? mother = null, Guid? father = null, string? notice = null) => new(
        "Nguyễn", "Bảo", given, "2", new DateOnly(2026, 11, 18), "Bệnh viện mẫu, Phường Cửa Nam", "01", "VN",
        "Phường Cửa Nam, Thành phố Hà Nội", mother, father, notice ?? NewNotice(), mother ?? father ?? Nation.Cast.Mother.Id, "mother");

    /// <summary>A dossier asks for an effect; the event reaches this module's reaction as a delivery would.</summary>
    internal async Task<EffectRequested> AskEffectAsync(string effect, Guid dossierId, object? fields = null, string unit = Ward)
    {
        var asked = new EffectRequested(dossierId, Guid.CreateVersion7(), effect);
        Inputs[asked.RequestId] = new EffectInput(
            effect, JsonSerializer.SerializeToElement(fields ?? new { }, JsonSerializerOptions.Web), dossierId, $"H26.01.14.01-261121-{dossierId.ToString("n")[^4..]}",
            "1.001193", Nation.Cast.Mother.Id, "H26.01.14", unit, Nation.Cast.Leader.Id, NoonOfTheNation.Now, []);
        await TellAsync(asked);
        return asked;
    }

    internal Task TellAsync(EffectRequested asked) => TellAsync(asked, "CivilStatus.OnEffectRequested");

    /// <summary>An event of another module reaches one of this module's reactions as a delivery would.</summary>
    internal async Task TellAsync<TEvent>(TEvent happened, string reaction) where TEvent : IEvent
    {
        var consumer = _services.GetServices<EventConsumer>().Single(c => c.Name == reaction);
        await using var scope = _services.CreateAsyncScope();
        var handler = (IEventHandler<TEvent>)scope.ServiceProvider.GetRequiredService(consumer.Handler);
        await handler.HandleAsync(happened, new EventContext(Guid.NewGuid(), NoonOfTheNation.Now, null), default);
    }

    /// <summary>Delivers what waits between CivilStatus and Population.</summary>
    public async Task DrainAsync()
    {
        var dispatcher = _services.GetRequiredService<SubjectDispatcher>();
        var modules = _services.GetServices<ModuleDescriptor>().ToList();
        for (var delivered = true; delivered;)
        {
            delivered = false;
            foreach (var module in modules)
                delivered |= await dispatcher.DeliverNextAsync(module, evenIfLater: true, default);
        }
    }

    internal async Task RunAsync<TJob>() where TJob : class, Project06.BuildingBlocks.Jobs.IScheduledJob
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(default);
    }

    public async Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    internal async Task<BirthEntry> EntryOfAsync(Guid dossierId)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CivilStatusDbContext>().BirthEntries.AsNoTracking()
            .SingleAsync(e => e.DossierId == dossierId && e.State != BirthEntryState.Revoked);
    }

    internal async Task<T> ReadAsync<T>(Func<CivilStatusDbContext, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CivilStatusDbContext>());
    }

    /// <summary>The answers a dossier got, oldest first.</summary>
    internal async Task<IReadOnlyList<EffectAnswered>> AnswersAsync(Guid dossierId) =>
        [.. (await QueryAsync<string>(
                "SELECT payload::text FROM civil_status.events WHERE subject = $1 AND name = 'public-services.effect-answered' ORDER BY subject_version",
                null, $"dossier:{dossierId}"))
            .Select(payload => JsonSerializer.Deserialize<EffectAnswered>(payload, JsonSerializerOptions.Web)!)];

    public Task<List<string>> EventsOfAsync(Guid entryId) => QueryAsync<string>(
        "SELECT name FROM civil_status.events WHERE subject = $1 ORDER BY subject_version", null, $"birth-entry:{entryId}");

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

    private sealed class NoonOfTheNation : TimeProvider
    {
        public static readonly DateTimeOffset Now = new(2026, 11, 21, 5, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    internal sealed class Dossiers(ConcurrentDictionary<Guid, EffectInput> inputs) : IRequestHandler<FindEffectInput, EffectInput>
    {
        public Task<EffectInput> Handle(FindEffectInput request, CancellationToken cancellationToken) =>
            Task.FromResult(inputs[request.RequestId]);
    }
}

[CollectionDefinition(nameof(RegistryGround))]
public sealed class RegistryGroundCollection : ICollectionFixture<RegistryGround>;
