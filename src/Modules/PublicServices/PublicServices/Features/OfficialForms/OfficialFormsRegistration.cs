using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Features.DateTraces;
using Project06.PublicServices.Jobs;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>The official forms, apologies, and the pages that explain dates.</summary>
internal static class OfficialFormsRegistration
{
    public static IServiceCollection AddOfficialForms(this IServiceCollection services)
    {
        services.AddScoped<FormFactsReader>();
        services.AddScoped<FormPrinter>();
        services.AddScoped<DateTrace>();
        services.AddScheduledJob<PrepareApologies>("public-services.prepare-apologies", TimeSpan.FromMinutes(10));
        services.AddScheduledJob<PrintOfficialForms>("public-services.print-official-forms", TimeSpan.FromMinutes(1));
        return services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/OfficialForms/Mine", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/OfficialForms/Desk", PublicServicesPermissions.Desk);
            options.Conventions.AuthorizeFolder("/DateTraces/Mine", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/DateTraces/Desk", PublicServicesPermissions.Desk);
            options.Conventions.AuthorizeFolder("/Apologies", PublicServicesPermissions.Desk);
        });
    }
}
