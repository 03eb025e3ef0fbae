using System.Globalization;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Time;
using Quartz;

namespace Project06.Host.Jobs;

/// <summary>
/// At start, brings the shared store to what the modules' code says. A schedule that is there unchanged is left alone,
/// so that starting one more host fires nothing.
/// </summary>
internal sealed class ScheduleJobs(ISchedulerFactory schedulers, JobRunner runner, TimeProvider clock, ILogger<ScheduleJobs> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => DatabaseWait.UntilThereAsync(ScheduleAsync, log, cancellationToken);

    private async Task ScheduleAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in runner.Jobs)
        {
            var schedule = ScheduleText(job);
            if (await scheduler.GetTrigger(RunScheduledJob.ScheduleOf(job.Name), cancellationToken) is { } known && known.Description == schedule)
                continue;
            var detail = JobBuilder.Create<RunScheduledJob>().WithIdentity(RunScheduledJob.KeyOf(job.Name)).StoreDurably().Build();
            await scheduler.ScheduleJob(detail, Trigger(job, schedule, clock.GetUtcNow()), ScheduleJobOptions.Replacing, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The schedule as it is compared with what the store holds.</summary>
    private static string ScheduleText(ScheduledJob job) =>
        job.Every?.ToString("c", CultureInfo.InvariantCulture) ?? job.Cron!;

    private static ITrigger Trigger(ScheduledJob job, string schedule, DateTimeOffset now)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(RunScheduledJob.ScheduleOf(job.Name)).WithDescription(schedule).StartAt(now);
        return job.Every is { } every
            ? trigger.WithSchedule(SimpleScheduleBuilder.Create().WithInterval(every).RepeatForever()).Build()
            : trigger.WithSchedule(CronScheduleBuilder.Create(job.Cron!).InTimeZone(VietnamTime.Zone)).Build();
    }
}
