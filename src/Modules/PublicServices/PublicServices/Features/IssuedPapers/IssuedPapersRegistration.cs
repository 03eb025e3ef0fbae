using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Project06.PublicServices.Contracts;

namespace Project06.PublicServices.Features.IssuedPapers;

/// <summary>Papers of procedures without a register: the effect that issues them, their pages, and where they are verified.</summary>
internal static class IssuedPapersRegistration
{
    public static IServiceCollection AddIssuedPapers(this IServiceCollection services)
    {
        services.AddSingleton(new ProcedureContracts(typeof(IssuePaper).Assembly));
        services.AddScoped<IssuedPaperPrinter>();
        return services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/IssuedPapers/Mine", PublicServicesPermissions.File);
            // Open to anybody who holds the paper: its address has 128 random bits.
            options.Conventions.AllowAnonymousToFolder("/IssuedPapers/Check");
        });
    }
}
