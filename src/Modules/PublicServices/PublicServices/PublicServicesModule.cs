using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Persistence;
using Project06.DemoNation;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features;
using Project06.PublicServices.Features.Catalogue;
using Project06.PublicServices.Features.Counter;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Features.Fees;
using Project06.PublicServices.Features.IssuedPapers;
using Project06.PublicServices.Features.OfficialForms;
using Project06.PublicServices.Jobs;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices;

/// <summary>Procedures, dossiers, the citizen's portal and the officials' desk.</summary>
public static class PublicServicesModule
{
    /// <summary>Adds the module. The procedure folders are read and checked when the host starts.</summary>
    public static IServiceCollection AddPublicServices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<PublicServicesDbContext>("public_services", m => m with
        {
            KeepsFiles = true,
            InsertOnlyTables = ["dossier_steps", "dossier_people", "dossier_results", "issued_papers", .. FeeRegistration.InsertOnlyTables],
            NoDeleteTables = ["dossiers", "dossier_counters", "effect_requests", "messages", "counter_visits", "opinion_requests", .. FeeRegistration.NoDeleteTables, .. CitizenRegistration.NoDeleteTables],
        });
        services.AddProcedures(configuration);
        services.AddCatalogue(configuration);
        services.AddScoped<FormBook>();
        services.AddScoped<FieldWords>();
        services.AddScoped<ProcedureChecks>();
        services.AddScoped<DossierFlow>();
        services.AddScoped<DossierFiling>();
        services.AddScoped<Features.Dossiers.ShowDossier.DossierGroup>();
        services.AddDesk();
        services.AddFees(configuration);
        services.AddScoped<CounterVisits>();
        services.AddScoped<VisitCode>();
        services.AddOfficialForms();
        services.AddIssuedPapers();
        services.AddScheduledJob<AlertUnacknowledged>("public-services.alert-unacknowledged", TimeSpan.FromMinutes(1));
        services.AddScheduledJob<FollowMergedCommunes>("public-services.follow-merged-communes", TimeSpan.FromHours(1));
        services.AddCitizen();
        services.AddScheduledJob<ApplySilence>("public-services.apply-silence", TimeSpan.FromMinutes(1));
        services.AddTransient<IDemoSeeder<Nation>, PublicServicesDemoSeeder>();
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Drafts", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Dossiers", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Consents", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Messages", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Papers", PermissionPolicies.SignedIn);
            options.Conventions.AddFolderApplicationModelConvention("/Drafts", page => page.Filters.Add(new TypeFilterAttribute(typeof(HelpedDraftFilter))));
            options.Conventions.AuthorizeFolder("/Counter", PublicServicesPermissions.Counter);
            options.Conventions.AuthorizeFolder("/MyVisits", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Desk", PublicServicesPermissions.Desk);
            options.Conventions.AllowAnonymousToFolder("/Catalogue");
            options.Conventions.AllowAnonymousToFolder("/Status");
        });
        return services;
    }

    /// <summary>Maps what isn't a page: the gateway's callback.</summary>
    public static void MapPublicServices(this IEndpointRouteBuilder endpoints) => PaymentCallback.Map(endpoints);
}
