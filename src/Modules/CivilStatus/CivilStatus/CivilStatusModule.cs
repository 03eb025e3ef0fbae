using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Persistence;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.BirthBooks;
using Project06.CivilStatus.Features.BirthCertificates;
using Project06.CivilStatus.Features.DeathBooks;
using Project06.CivilStatus.Features.DeathConsequences;
using Project06.CivilStatus.Features.DeathExtracts;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.EntryChanges;
using Project06.CivilStatus.Features.EntryCopies;
using Project06.CivilStatus.Features.PaperVerification;
using Project06.CivilStatus.Features.RegisterBirths;
using Project06.CivilStatus.Features.RegisterDeaths;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Jobs;
using Project06.CivilStatus.Paper;
using Project06.DemoNation;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus;

/// <summary>Birth and death books, their entries, certificates and extracts, and the public page that says whether a paper is valid.</summary>
public static class CivilStatusModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddCivilStatus(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<CivilStatusDbContext>(CivilStatusDbContext.SchemaName, module => module with
        {
            InsertOnlyTables = ["entry_versions", "death_consequences"],
            NoDeleteTables = ["registers", "books", "birth_entries", "death_entries", "entry_changes", "entry_copies"],
            KeepsFiles = true,
        });
        services.Configure<SiteOptions>(configuration.GetSection("Site"));
        services.AddSingleton(_ => BirthRules.Load(AppContext.BaseDirectory));
        services.AddSingleton(_ => DeathRules.Load(AppContext.BaseDirectory));
        services.AddSingleton(new ProcedureContracts(typeof(RegisterBirth).Assembly));
        services.AddSingleton<CertificatePrinter>();
        services.AddSingleton<PaperIssuer>();
        services.AddTransient<EffectAnswers>();
        services.AddTransient<OwnFamily>();
        services.AddTransient<IEffect, WriteBirthEntry>();
        services.AddTransient<IEffect, ConfirmDistinct>();
        services.AddTransient<IEffect, ConfirmSame>();
        services.AddTransient<IEffect, SignCertificate>();
        services.AddTransient<IEffect, WriteDeathEntry>();
        services.AddTransient<IEffect, SignExtract>();
        services.AddTransient<Signers>();
        services.AddTransient<CopySources>();
        services.AddTransient<EntriesInForce>();
        services.AddTransient<CertificateFiles>().AddTransient<IResultFiles, RegisterFiles>();
        services.AddTransient<IEffect, IssueEntryCopies>();
        services.AddTransient<IEffect, WriteChange>();
        services.AddTransient<IEffect, SignChange>();
        services.AddScheduledJob<CloseBooks>(CloseBooks.Name, CloseBooks.Every);
        services.AddTransient<DemoBirths>();
        services.AddTransient<IDemoSeeder<Nation>, CivilStatusDemoSeeder>();
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            BirthCertificatesConventions.Apply(options.Conventions);
            BirthBooksConventions.Apply(options.Conventions);
            DeathBooksConventions.Apply(options.Conventions);
            DeathExtractsConventions.Apply(options.Conventions);
            DeathConsequencesConventions.Apply(options.Conventions);
            EntryCopiesConventions.Apply(options.Conventions);
            EntryChangesConventions.Apply(options.Conventions);
            PaperVerificationConventions.Apply(options.Conventions);
        });
        return services;
    }
}
