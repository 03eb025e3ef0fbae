using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.EIdentification.Contracts;

namespace Project06.Host.Features.Operations;

/// <summary>Only who runs the system enters here.</summary>
internal static class OperationsConventions
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddScoped<Outboxes>();
        services.AddScoped<OperationsLog>();
        return services.PostConfigure<RazorPagesOptions>(options =>
            options.Conventions.AuthorizeFolder("/Operations", EIdentificationPermissions.Operate));
    }
}
