using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Persistence;
using Project06.Transparency.Contracts;
using Project06.Transparency.Data;

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
            SharedFunctions = ["append_access(jsonb, jsonb)"],
        });
        services.PostConfigure<RazorPagesOptions>(options =>
            options.Conventions.AuthorizeFolder("/AccessLog", TransparencyPermissions.OwnAccessLog));
        return services;
    }
}
