using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Jobs;
using Project06.Host.Data;
using Project06.Host.Jobs;

namespace Project06.Host.Features.Operations.ShowJobs;

/// <summary>Jobs: their schedule, when and where they ran last and how it ended, when they run next.</summary>
internal sealed class ShowJobsModel(JobRunner runner, JobDesk desk, HostDbContext db, OperationsLog log) : PageModel
{
    private const int RunsShown = 20;

    public sealed record Line(ScheduledJob Job, JobRun? Last, DateTimeOffset? Next);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    [TempData]
    public string? Started { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var lines = new List<Line>();
        foreach (var job in runner.Jobs)
        {
            var last = await db.JobRuns.AsNoTracking().Where(r => r.Job == job.Name).OrderByDescending(r => r.StartedAt)
                .FirstOrDefaultAsync(cancellationToken);
            lines.Add(new Line(job, last, await desk.NextAsync(job, cancellationToken)));
        }
        Lines = lines;
        Runs = await db.JobRuns.AsNoTracking().OrderByDescending(r => r.StartedAt).Take(RunsShown).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRunAsync(string? job, CancellationToken cancellationToken)
    {
        if (job is null || runner.Find(job) is not { } known)
            return NotFound();
        await log.WriteAsync(User.Actor(), OperationAction.RunJob, known.Name, null, null, cancellationToken);
        await desk.RunNowAsync(known, cancellationToken);
        Started = known.Name;
        return Redirect(OperationsLinks.Jobs);
    }
}
