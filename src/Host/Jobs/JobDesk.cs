using Project06.BuildingBlocks.Jobs;
using Quartz;

namespace Project06.Host.Jobs;

/// <summary>What an administrator sees of the schedule, and may start.</summary>
internal sealed class JobDesk(IServiceProvider services, JobRuns runs)
{
    /// <summary>When the job fires next; null when this host takes no part in running jobs.</summary>
    public async Task<DateTimeOffset?> NextAsync(ScheduledJob job, CancellationToken cancellationToken) =>
        services.GetService<ISchedulerFactory>() is { } schedulers
            && await (await schedulers.GetScheduler(cancellationToken)).GetTrigger(RunScheduledJob.ScheduleOf(job.Name), cancellationToken) is { } trigger
            ? trigger.NextFireTimeUtc
            : null;

    /// <summary>Starts the job beside its schedule: on whichever host is free first, or here where none is scheduled.</summary>
    public async Task RunNowAsync(ScheduledJob job, CancellationToken cancellationToken)
    {
        if (services.GetService<ISchedulerFactory>() is { } schedulers)
            await (await schedulers.GetScheduler(cancellationToken)).TriggerJob(RunScheduledJob.KeyOf(job.Name), cancellationToken: cancellationToken);
        else
            await runs.RunAsync(job.Name, null, cancellationToken);
    }
}
