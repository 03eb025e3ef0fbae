using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Persistence;
using Project06.Transparency.Contracts;
using Project06.Transparency.Data;
using Project06.Transparency.Features.Disputes;

namespace Project06.Transparency;

/// <summary>The access ledger: who looked at whose data, why, with proof.</summary>
public static class TransparencyModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddTransparency(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<TransparencyDbContext>(TransparencyDbContext.SchemaName, module => module with
        {
            // Rows come through the function only, from every module; this module's own role may read them.
            ReadOnlyTables = ["access_rows"],
            NoDeleteTables = ["access_disputes"],
            SharedFunctions = ["append_access(jsonb, jsonb)"],
        });
        services.AddScoped<DisputeClock>();
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/AccessLog", TransparencyPermissions.OwnAccessLog);
            options.Conventions.AuthorizeFolder("/Disputes/Mine", TransparencyPermissions.OwnAccessLog);
            options.Conventions.AuthorizeFolder("/Disputes/Office", TransparencyPermissions.AnswerDisputes);
        });
        return services;
    }
}
