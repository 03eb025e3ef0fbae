using Microsoft.Extensions.DependencyInjection.Extensions;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Persistence;
using Project06.Host.Data.Migrations;
using Quartz;

namespace Project06.Host.Jobs;

/// <summary>Quartz over all hosts: schedules lie in the database, each firing runs on one of them.</summary>
internal static class JobsRegistration
{
    /// <summary>Adds the scheduler for what the modules registered with <c>AddScheduledJob</c>. After the modules.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Jobs");
        services.Configure<JobOptions>(section);
        services.TryAddSingleton<JobRunner>();
        services.AddSingleton<JobRuns>();
        services.AddSingleton<JobDesk>();
        if (!section.GetValue(nameof(JobOptions.Enabled), true))
            return services;

        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "project06";
                scheduler.InstanceId = $"{JobRuns.Host}-{Guid.NewGuid():N}";
            });
            // Hosts agree on firings by the real clock, whatever clock the modules are given.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source =>
                    source.DataSourceFactory = provider => provider.GetRequiredService<ModuleDataSources>().OfRole("p06_host"));
                store.ConfigureStore(options =>
                {
                    options.TablePrefix = CreateJobStore.TablePrefix;
                    // The owner role migrates; the host's own may not create tables.
                    options.SchemaProvisioning = SchemaProvisioning.Validate;
                    options.StoreJobDataAsStrings = true;
                });
                store.UseClustering();
            });
        });
        services.AddHostedService<ScheduleJobs>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
