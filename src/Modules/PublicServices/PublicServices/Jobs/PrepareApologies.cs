using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Apologies;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Jobs;

/// <summary>
/// A working day before a limit breaks the apology is drafted, so that the office's leader has the day the law leaves
/// (Decree 61/2018/ND-CP). Limits of a working day or less leave none: there the leader writes it by hand.
/// </summary>
internal sealed class PrepareApologies(
    PublicServicesDbContext db, ProcedureBook procedures, ReferenceBook reference, TimeProvider clock) : IScheduledJob
{
    // No stretch of closed days is longer; the calendar decides within it.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(16);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + Horizon;
        var near = await db.Dossiers.AsNoTracking()
            .Where(d => d.EndedAt == null && d.AcceptedAt != null && d.PausedAt == null && d.State != DossierLifecycle.SupplementRequested
                && d.PromisedAt > now && d.PromisedAt < until && !db.Set<Apology>().Any(a => a.DossierId == d.Id))
            .OrderBy(d => d.PromisedAt).ToListAsync(cancellationToken);
        foreach (var dossier in near)
        {
            var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
            if (ApologyDates.IsDue(procedure, dossier, Calendar(procedure), now))
                await AddAsync(dossier, ApologyDates.Propose(procedure, dossier, Calendar(procedure)), now, cancellationToken);
        }
    }

    private WorkingCalendar Calendar(Procedure procedure) => reference.Current.Calendar(procedure.Offices.Deciding.CalendarKind);

    // Two hosts, or the job and a leader's hand: the first row stands.
    private Task AddAsync(Dossier dossier, DateTimeOffset proposed, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO public_services.apologies (dossier_id, prepared_at, promised_before, proposed)
            VALUES ({dossier.Id}, {now.ToUniversalTime()}, {dossier.PromisedAt.ToUniversalTime()}, {proposed.ToUniversalTime()}) ON CONFLICT DO NOTHING
            """, cancellationToken);
}
