using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.BirthBooks;
using Project06.CivilStatus.Features.BirthCertificates;
using Project06.CivilStatus.Features.PaperVerification;
using Project06.CivilStatus.Features.RegisterBirths;
using Project06.CivilStatus.Paper;
using Project06.DemoNation;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus;

/// <summary>Birth books, their entries and certificates, and the public page that says whether a paper is valid.</summary>
public static class CivilStatusModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddCivilStatus(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<CivilStatusDbContext>(CivilStatusDbContext.SchemaName, module => module with
        {
            InsertOnlyTables = ["entry_versions"],
            NoDeleteTables = ["birth_registers", "birth_books", "birth_entries"],
            KeepsFiles = true,
        });
        services.Configure<SiteOptions>(configuration.GetSection("Site"));
        services.AddSingleton(_ => BirthRules.Load(AppContext.BaseDirectory));
        services.AddSingleton(new ProcedureContracts(typeof(RegisterBirth).Assembly));
        services.AddSingleton<CertificatePrinter>();
        services.AddTransient<EffectAnswers>();
        services.AddTransient<WriteBirthEntry>();
        services.AddTransient<ConfirmDistinct>();
        services.AddTransient<SignCertificate>();
        services.AddTransient<DemoBirths>();
        services.AddTransient<IDemoSeeder<Nation>, CivilStatusDemoSeeder>();
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            BirthCertificatesConventions.Apply(options.Conventions);
            BirthBooksConventions.Apply(options.Conventions);
            PaperVerificationConventions.Apply(options.Conventions);
        });
        return services;
    }
}
