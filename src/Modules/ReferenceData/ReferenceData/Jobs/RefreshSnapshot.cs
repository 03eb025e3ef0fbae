using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Time;
using Project06.ReferenceData.Contracts;
using Project06.ReferenceData.Data;

namespace Project06.ReferenceData.Jobs;

/// <summary>
/// Fills the <see cref="ReferenceBook"/> before anything else of the host starts, and again when the files or the
/// database have newer content. Every host keeps its own snapshot, so this isn't a clustered job.
/// </summary>
internal sealed partial class RefreshSnapshot(
    IServiceScopeFactory scopes,
    ReferenceBook book,
    IOptions<ReferenceDataOptions> options,
    TimeProvider clock,
    ILogger<RefreshSnapshot> log) : BackgroundService, IHostedLifecycleService
{
    private const int WarningDays = 60;

    private string? lastFiles;
    private DateOnly lastWarned;

    public Task StartingAsync(CancellationToken cancellationToken) => DatabaseWait.UntilThereAsync(RefreshAsync, log, cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var files = await DataFiles.ReadAsync(options.Value.FullDataFolder, cancellationToken);
        // Only changed files are news: a host still running with older files leaves a newer host's rows alone.
        if (files.Hash != lastFiles)
            await scope.ServiceProvider.GetRequiredService<ReferenceImport>().RunAsync(files, cancellationToken);
        lastFiles = files.Hash;

        var reader = scope.ServiceProvider.GetRequiredService<SnapshotReader>();
        if (!book.IsLoaded || book.Current.Version != await reader.VersionAsync(cancellationToken))
            book.Replace(await reader.ReadAsync(cancellationToken));
        WarnOfEndingCalendars();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.RefreshEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The snapshot in use stays; the next round tries again.
                RefreshFailed(log, e);
            }
        }
    }

    // Once a day, and at start.
    private void WarnOfEndingCalendars()
    {
        var today = clock.Today();
        if (today == lastWarned)
            return;
        lastWarned = today;
        foreach (var coverage in book.Current.CalendarCoverage.Where(coverage => coverage.EndsWithin(today, WarningDays)))
            CalendarEnds(log, coverage.OfficeKind, coverage.LastDay(today));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reference data couldn't be refreshed; the older data stays in use")]
    private static partial void RefreshFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The working calendar of {OfficeKind} ends on {LastDay}: load the next year")]
    private static partial void CalendarEnds(ILogger logger, string officeKind, DateOnly? lastDay);
}
