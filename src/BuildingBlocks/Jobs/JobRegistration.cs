using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Project06.BuildingBlocks.Jobs;

/// <summary>How a module says what time starts.</summary>
public static class JobRegistration
{
    /// <summary>Adds a job that runs again and again.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">Stable name: module, dot, verb.</param>
    /// <param name="every">Time from start to start; whole seconds.</param>
    public static IServiceCollection AddScheduledJob<TJob>(this IServiceCollection services, string name, TimeSpan every)
        where TJob : class, IScheduledJob => services.Add<TJob>(new ScheduledJob(name, typeof(TJob), every, null));

    /// <summary>Adds a job that runs at times of the clock.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="name">Stable name: module, dot, verb.</param>
    /// <param name="cron">Quartz cron expression with seconds, read in Asia/Ho_Chi_Minh.</param>
    public static IServiceCollection AddScheduledJob<TJob>(this IServiceCollection services, string name, string cron)
        where TJob : class, IScheduledJob => services.Add<TJob>(new ScheduledJob(name, typeof(TJob), null, cron));

    private static IServiceCollection Add<TJob>(this IServiceCollection services, ScheduledJob job) where TJob : class
    {
        services.TryAddTransient<TJob>();
        services.TryAddSingleton<JobRunner>();
        return services.AddSingleton(job);
    }
}
