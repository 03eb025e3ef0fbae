using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.DemoNation;
using Project06.Steering.Contracts;
using Project06.Steering.Data;
using Project06.Steering.Demo;

namespace Project06.Steering;

/// <summary>Figures of communes, provinces and the nation, made from events.</summary>
public static class SteeringModule
{
    /// <summary>Adds the module.</summary>
    public static IServiceCollection AddSteering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule<SteeringDbContext>(SteeringDbContext.SchemaName, module => module with
        {
            // Targets come with migrations, each with the text that sets it; nothing at run time changes them.
            ReadOnlyTables = ["targets"],
        });
        services.AddTransient<IDemoSeeder<Nation>, SeedPastFacts>();
        services.PostConfigure<RazorPagesOptions>(options =>
            options.Conventions.AuthorizeFolder("/Figures", SteeringPermissions.Figures));
        return services;
    }
}
