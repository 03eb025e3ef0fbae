using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Project06.PublicServices.Features.Catalogue.Book;
using Project06.PublicServices.Features.Catalogue.Search;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Catalogue;

/// <summary>Section <c>PublicServices</c> of the configuration.</summary>
internal sealed class CatalogueOptions
{
    /// <summary>Folder of the national catalogue; relative to the program's own folder.</summary>
    public string CatalogueFolder { get; set; } = "data/catalogue";

    public string FullCatalogueFolder => Path.GetFullPath(CatalogueFolder, AppContext.BaseDirectory);
}

internal static class CatalogueRegistration
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<CatalogueOptions>(configuration.GetSection("PublicServices"));
        services.AddSingleton(provider => CatalogueReader.Read(Folder(provider)).With(Folders(provider).Select(Entry)));
        services.AddSingleton(provider => new CatalogueSearch(
            provider.GetRequiredService<CatalogueBook>(),
            SearchWords.Read(Folder(provider)),
            Folders(provider).ToDictionary(procedure => procedure.Code, Sayings)));
        services.AddScoped<CatalogueWords>();
        services.AddHostedService<ReadCatalogue>();
        return services;
    }

    private static string Folder(IServiceProvider provider) => provider.GetRequiredService<IOptions<CatalogueOptions>>().Value.FullCatalogueFolder;

    private static IEnumerable<Procedure> Folders(IServiceProvider provider) => provider.GetRequiredService<ProcedureBook>().All
        .GroupBy(procedure => procedure.Code).Select(versions => versions.Last());

    private static IReadOnlyList<string> Sayings(Procedure procedure) =>
        [procedure.Name.Vi, procedure.Name.En, .. procedure.Texts.Keywords];

    // A folder may be of a procedure that the national catalogue hasn't.
    private static CatalogueEntry Entry(Procedure procedure) => new()
    {
        Code = procedure.Code,
        Name = procedure.Name.Vi,
        EnglishName = procedure.Name.En,
        Promulgator = "",
        Sectors = [],
        Departments = [],
        Subjects = ["Công dân Việt Nam"],
        Levels = AgencyLevels.None,
        IsInternal = false,
        Told = procedure.Texts.Summary.Vi,
    };

    /// <summary>
    /// Reads the catalogue beside the rest of the start, which takes a second that nobody has to wait for; a fault in its
    /// data stops the host, as one in a folder does.
    /// </summary>
    private sealed class ReadCatalogue(IServiceProvider services) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Task.Run(services.GetRequiredService<CatalogueSearch>, CancellationToken.None);
    }
}
