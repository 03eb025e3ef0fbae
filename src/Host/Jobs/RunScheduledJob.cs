using Project06.BuildingBlocks.Jobs;
using Quartz;

namespace Project06.Host.Jobs;

/// <summary>What Quartz fires: the module's job whose name is the key. Never twice at once, over all hosts.</summary>
[DisallowConcurrentExecution]
internal sealed class RunScheduledJob(JobRuns runs, JobRunner runner, ILogger<RunScheduledJob> log) : IJob
{
    public const string Group = "modules";

    public static JobKey KeyOf(string job) => new(job, Group);

    public static TriggerKey ScheduleOf(string job) => new(job, Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var job = context.JobDetail.Key.Name;
        if (runner.Find(job) is null)
        {
            // A host of another version scheduled it; that one will run it.
            log.LogWarning("No code of this host has a job {Job}", job);
            return;
        }
        var asked = !context.Trigger.Key.Equals(ScheduleOf(job));
        await runs.RunAsync(job, asked ? null : context.ScheduledFireTimeUtc, cancellationToken);
    }
}
