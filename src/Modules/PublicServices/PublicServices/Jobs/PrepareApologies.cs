using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Data;
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

    private const int PageSize = 500;

    private sealed record Near(
        Guid Id, string ProcedureCode, int ProcedureVersion, DateTimeOffset FiledAt, DateTimeOffset? AcceptedAt, DateTimeOffset PromisedAt, bool InGroup,
        JsonObject Answers);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        for (List<Near>? page = null; page is null || page.Count == PageSize;)
        {
            page = await ReadAsync(page?[^1].Id ?? Guid.Empty, now, cancellationToken);
            foreach (var dossier in page)
            {
                var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
                var limit = new ApologyClock(procedure.LimitFor(dossier.Answers, dossier.InGroup), dossier.AcceptedAt ?? dossier.FiledAt, dossier.PromisedAt);
                if (ApologyDates.IsDue(limit, Calendar(procedure), now))
                    await AddAsync(dossier, ApologyDates.Propose(limit, Calendar(procedure)), now, cancellationToken);
            }
        }
    }

    // No more of a dossier than what its limit follows from: in a bad week they are tens of thousands.
    private Task<List<Near>> ReadAsync(Guid after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now + Horizon;
        return db.Dossiers
            .Where(d => d.Id.CompareTo(after) > 0 && d.EndedAt == null && d.AcceptedAt != null && !d.Waits
                && d.PromisedAt > now && d.PromisedAt < until && !db.Set<Apology>().Any(a => a.DossierId == d.Id))
            .OrderBy(d => d.Id).Take(PageSize)
            .Select(d => new Near(d.Id, d.ProcedureCode, d.ProcedureVersion, d.FiledAt, d.AcceptedAt, d.PromisedAt, d.FollowsId != null, d.Answers)).ToListAsync(cancellationToken);
    }

    private WorkingCalendar Calendar(Procedure procedure) => reference.Current.Calendar(procedure.Offices.Deciding.CalendarKind);

    // Two hosts, or the job and a leader's hand: the first row stands.
    private Task AddAsync(Near dossier, DateTimeOffset proposed, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO public_services.apologies (dossier_id, prepared_at, promised_before, proposed)
            VALUES ({dossier.Id}, {now.ToUniversalTime()}, {dossier.PromisedAt.ToUniversalTime()}, {proposed.ToUniversalTime()}) ON CONFLICT DO NOTHING
            """, cancellationToken);
}
