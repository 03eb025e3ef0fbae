using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.Host.Features.Operations;

namespace Project06.Host.Features;

/// <summary>Who may enter the host's own pages.</summary>
internal static class HostPages
{
    public static IServiceCollection AddHostPages(this IServiceCollection services)
    {
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AllowAnonymousToFolder("/Home");
            options.Conventions.AllowAnonymousToFolder("/Errors");
        });
        return services.AddOperations();
    }
}
