using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.DemoNation;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Demo;
using Project06.Population.Domain;
using Project06.Population.Features.Confirmations;
using Project06.Population.Features.CorrectRecord;
using Project06.Population.Features.Deaths;
using Project06.Population.Features.Effects;
using Project06.Population.Features.IssueConfirmation;
using Project06.Population.Features.MyData;
using Project06.Population.Features.RecordStay;
using Project06.Population.Features.RecordTemporaryAbsence;
using Project06.Population.Features.RegisterResidence;
using Project06.PublicServices.Contracts;

namespace Project06.Population;

/// <summary>Persons, households, kinship, residence and identity numbers.</summary>
public static class PopulationModule
{
    /// <summary>Adds the module. Setting <c>Population:DataFolder</c>: where <c>population/absence_grounds.csv</c> is.</summary>
    public static IServiceCollection AddPopulation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<PopulationDbContext>(PopulationDbContext.SchemaName, module => module with
        {
            KeepsFiles = true,
            InsertOnlyTables = ["issued_numbers", .. ResidenceMapping.InsertOnly],
            NoDeleteTables = ["persons", "parentage", "households", "absences", "birth_reviews"],
        });
        services.AddSingleton(new ProcedureContracts(typeof(RecordTemporaryAbsence).Assembly));
        var folder = Path.GetFullPath(configuration["Population:DataFolder"] ?? "data", AppContext.BaseDirectory);
        services.AddSingleton(_ => AbsenceGrounds.Read(Path.Combine(folder, "population", "absence_grounds.csv")));
        services.AddTransient<NumberIssuing>();
        services.AddTransient<SameChild>();
        services.AddSingleton(_ => ResidenceRules.Read(Path.Combine(folder, "population", "residence_rules.csv")));
        services.AddSingleton(_ => RecordFields.Read(Path.Combine(folder, "population", "record_fields.csv")));
        services.AddTransient<ResidenceBook>().AddTransient<PaperPlaces>();
        services.AddTransient<EffectRun>().AddTransient<RecordAbsence>().AddTransient<RegisterPermanent>().AddTransient<RegisterTemporary>()
            .AddTransient<RecordGuests>().AddTransient<CorrectField>().AddTransient<IssueConfirmationPaper>().AddTransient<ConfirmationPrinter>()
            .AddTransient<IResultFiles, ConfirmationFiles>();
        services.AddTransient<RecordValues>().AddTransient<SourceWords>();
        services.AddTransient<DeathEnd>().AddTransient<DeathUndo>();
        services.AddTransient<IDemoSeeder<Nation>, PopulationDemoSeeder>();
        // Whose notice it is, the query decides: somebody else's is 404.
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            foreach (var open in new[] { "/AbsenceNotices", "/ResidenceNotices", "/Confirmations", "/MyData" })
                options.Conventions.AuthorizeFolder(open, PermissionPolicies.SignedIn);
            options.Conventions.AllowAnonymousToFolder("/ConfirmationCheck");
            options.Conventions.AuthorizeFolder("/PoliceDesk", PublicServicesPermissions.Desk);
        });
        return services;
    }
}
