using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Persistence;
using Project06.ReferenceData.Contracts;
using Project06.ReferenceData.Data;
using Project06.ReferenceData.Jobs;

namespace Project06.ReferenceData;

/// <summary>Administrative units, working calendars and code tables.</summary>
public static class ReferenceDataModule
{
    /// <summary>Adds the module. The database must be migrated before the host starts.</summary>
    public static IServiceCollection AddReferenceData(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ReferenceDataOptions>(configuration.GetSection("ReferenceData"));
        services.AddModule<ReferenceDataDbContext>(ReferenceDataDbContext.SchemaName);
        services.AddSingleton<ReferenceBook>();
        services.AddScoped<ReferenceImport>();
        services.AddScoped<SnapshotReader>();
        services.AddHostedService<RefreshSnapshot>();
        return services;
    }
}
