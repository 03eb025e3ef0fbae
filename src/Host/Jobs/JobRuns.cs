using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Jobs;
using Project06.Host.Data;

namespace Project06.Host.Jobs;

/// <summary>Runs a job and writes down when, where and with what outcome.</summary>
internal sealed class JobRuns(
    IServiceScopeFactory scopes, JobRunner runner, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobRuns> log)
{
    private const int LongestError = 2000;

    /// <summary>This process, as the pages name it.</summary>
    public static readonly string Host = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <param name="job">Name of the job.</param>
    /// <param name="scheduledFor">The firing this run answers; a firing that was answered before isn't run again.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task RunAsync(string job, DateTimeOffset? scheduledFor, CancellationToken cancellationToken)
    {
        if (await StartAsync(job, scheduledFor?.ToUniversalTime(), cancellationToken) is not { } run)
        {
            log.LogWarning("{Job} was run for {ScheduledFor} before", job, scheduledFor);
            return;
        }

        string? error = null;
        try
        {
            await runner.RunAsync(job, cancellationToken);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "{Job} failed", job);
            error = $"{exception.GetType().Name}: {exception.Message}";
        }
        // A host that stops still says how its run ended.
        await EndAsync(run, job, error is { Length: > LongestError } ? error[..LongestError] : error, CancellationToken.None);
    }

    private async Task<Guid?> StartAsync(string job, DateTimeOffset? scheduledFor, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>().Database;
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        // One run of a job at a time: what still seems to run was left by a host that is gone.
        await db.ExecuteSqlAsync($"""
            UPDATE host.job_runs SET outcome = 'Interrupted', ended_at = {now} WHERE job = {job} AND outcome = 'Running'
            """, cancellationToken);
        var started = await db.ExecuteSqlAsync($"""
            INSERT INTO host.job_runs (id, job, host, scheduled_for, started_at, outcome)
            VALUES ({id}, {job}, {Host}, {scheduledFor}, {now}, 'Running') ON CONFLICT (job, scheduled_for) DO NOTHING
            """, cancellationToken);
        return started == 1 ? id : null;
    }

    private async Task EndAsync(Guid run, string job, string? error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>().Database;
        var outcome = (error is null ? JobOutcome.Done : JobOutcome.Failed).ToString();
        await db.ExecuteSqlAsync($"""
            UPDATE host.job_runs SET ended_at = {clock.GetUtcNow()}, outcome = {outcome}, error = {error} WHERE id = {run}
            """, cancellationToken);
        await db.ExecuteSqlAsync($"""
            DELETE FROM host.job_runs WHERE id IN (
                SELECT id FROM host.job_runs WHERE job = {job} ORDER BY started_at DESC OFFSET {options.Value.KeepRuns})
            """, cancellationToken);
    }
}
