namespace Project06.BuildingBlocks.Jobs;

/// <summary>A job and when it runs; either <paramref name="Every"/> or <paramref name="Cron"/> is set.</summary>
/// <param name="Name">Stable for ever: <c>public-services.apply-silence</c>. The job store knows it by this.</param>
/// <param name="Type">The <see cref="IScheduledJob"/>.</param>
/// <param name="Every">Time from start to start.</param>
/// <param name="Cron">Quartz cron expression with seconds, read in Asia/Ho_Chi_Minh: <c>0 30 1 * * ?</c>.</param>
public sealed record ScheduledJob(string Name, Type Type, TimeSpan? Every, string? Cron);
