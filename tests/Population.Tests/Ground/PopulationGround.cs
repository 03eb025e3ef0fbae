using System.Collections.Concurrent;
using System.Net;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Project06.BuildingBlocks;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.EmbeddedPostgres;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData;
using Project06.Transparency;
using Project06.Ui;

namespace Project06.Population.Tests.Ground;

/// <summary>Population, Transparency and ReferenceData on a real database; what other modules would answer stands here.</summary>
public sealed class PopulationGround : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("p06-population-").FullName;
    private EmbeddedCluster _cluster = null!;
    private WebApplication _app = null!;

    public NeighbourAnswers Neighbours { get; } = new();

    public async Task InitializeAsync()
    {
        _cluster = await EmbeddedCluster.StartAsync(_folder, new EmbeddedClusterOptions { Durable = false });
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Owner"] = _cluster.ConnectionString,
            ["Database:RoleSecret"] = "tests",
        });
        builder.Environment.WebRootFileProvider = BuiltUi.Files();
        AddModules(builder.Services, builder.Configuration);
        AddPages(builder.Services);
        _app = builder.Build();
        await _app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        _app.UseRequestLocalization("vi-VN", "en");
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapRazorPages();
        await _app.StartAsync();
    }

    private void AddModules(IServiceCollection services, IConfiguration configuration)
    {
        services.AddBuildingBlocks(configuration);
        services.AddRendering().AddSigning();
        services.AddReferenceData(configuration).AddTransparency(configuration).AddPopulation(configuration);
        services.AddSingleton(Neighbours);
        services.AddTransient<IRequestHandler<FindBirthEntry, BirthEntryContent>, NeighbourAnswers.Births>();
        services.AddTransient<IRequestHandler<FindDossierScope, DossierScope?>, NeighbourAnswers.Scopes>();
        services.AddTransient<IRequestHandler<FindEffectInput, EffectInput>, NeighbourAnswers.Effects>();
        services.AddTransient<IRequestHandler<FindProcedureNames, IReadOnlyDictionary<string, string>>, NeighbourAnswers.Procedures>();
        services.AddTransient<IRequestHandler<FindOrganisations, IReadOnlyList<Organisation>>, NeighbourAnswers.Offices>();
        services.AddTransient<IRequestHandler<FindOrganisation, Organisation?>, NeighbourAnswers.Offices>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/Features")
            .AddApplicationPart(typeof(UiModule).Assembly)
            .AddApplicationPart(typeof(PopulationModule).Assembly)
            .AddApplicationPart(typeof(TransparencyModule).Assembly);
        services.AddUi();
        services.AddAuthentication(HeaderSignIn.Scheme)
            .AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Scheme, null);
        services.AddAuthorization();
    }

    /// <summary>A page as this person sees it; null is nobody.</summary>
    public async Task<(HttpStatusCode Status, string Html)> GetAsync(string address, Guid? person, string language = "vi-VN", string? post = null)
    {
        using var client = _app.GetTestClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (person is { } signedIn)
            client.DefaultRequestHeaders.Add(HeaderSignIn.Header, signedIn.ToString());
        if (post is not null)
            client.DefaultRequestHeaders.Add(HeaderSignIn.PostHeader, post);
        using var answer = await client.GetAsync(address);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Sends a form from its own page, as a browser would.</summary>
    public async Task<(HttpStatusCode Status, string Html)> PostAsync(
        string address, string handler, Guid person, (string Name, string Value) field, string? post = null)
    {
        using var client = _app.GetTestClient();
        client.DefaultRequestHeaders.Add(HeaderSignIn.Header, person.ToString());
        if (post is not null)
            client.DefaultRequestHeaders.Add(HeaderSignIn.PostHeader, post);
        using var page = await client.GetAsync(address);
        var html = await page.Content.ReadAsStringAsync();
        const string Mark = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var start = html.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var token = html[start..html.IndexOf('"', start)];
        client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(field.Name, field.Value)]);
        using var answer = await client.PostAsync(handler.Length == 0 ? address : $"{address}?handler={handler}", form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _cluster.DisposeAsync();
        await EmbeddedCluster.StopFolderAsync(_folder);
        Directory.Delete(_folder, recursive: true);
    }

    public IServiceProvider Services => _app.Services;

    public async Task<TAnswer> AskAsync<TAnswer>(IRequest<TAnswer> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Hands an event to this module's reaction, as a delivery would.</summary>
    public async Task TellAsync<TEvent>(TEvent happened) where TEvent : IEvent
    {
        var consumer = Services.GetServices<EventConsumer>().Single(c => c.Event == typeof(TEvent));
        await using var scope = Services.CreateAsyncScope();
        var handler = (IEventHandler<TEvent>)scope.ServiceProvider.GetRequiredService(consumer.Handler);
        await handler.HandleAsync(happened, new EventContext(Guid.NewGuid(), TimeProvider.System.GetUtcNow(), null), default);
    }

    /// <summary>Asks the database as the owner, or as a module's role.</summary>
    public async Task<List<T>> QueryAsync<T>(string sql, string? role = null, params object[] arguments)
    {
        await using var owner = role is null ? NpgsqlDataSource.Create(_cluster.ConnectionString) : null;
        var source = owner ?? Services.GetRequiredService<ModuleDataSources>().OfRole(role!);
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

[CollectionDefinition(nameof(PopulationGround))]
public sealed class PopulationGroundCollection : ICollectionFixture<PopulationGround>;
