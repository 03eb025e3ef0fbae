using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Apologies;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.DateTraces;

/// <summary>
/// Explains a date by living the dossier's history again: a fresh dossier goes through the same moments, so that what
/// accepts, pauses and resumes it is what did so the first time, and what is said is what was computed.
/// </summary>
internal sealed class DateTrace(PublicServicesDbContext db, DossierFlow flow)
{
    /// <summary>The explanation; null where the calendar of a year it needs isn't loaded.</summary>
    public async Task<DateExplanation?> ExplainAsync(Dossier dossier, Procedure procedure, CancellationToken cancellationToken)
    {
        var history = (await db.Steps.AsNoTracking().Where(s => s.DossierId == dossier.Id).ToListAsync(cancellationToken))
            .OrderBy(s => s.At).ThenBy(s => s.FromStep != s.ToStep).ThenBy(s => s.Id).ToList();
        var apology = await db.Set<Apology>().AsNoTracking()
            .SingleOrDefaultAsync(a => a.DossierId == dossier.Id && a.IssuedAt != null, cancellationToken);
        try
        {
            return Explain(dossier, procedure, history, apology, flow.CalendarOf(procedure));
        }
        catch (CalendarYearNotLoadedException)
        {
            return null;
        }
    }

    public static DateExplanation Explain(
        Dossier dossier, Procedure procedure, IReadOnlyList<DossierStep> history, Apology? apology, WorkingCalendar calendar)
    {
        var rule = dossier.LimitOf(procedure);
        var here = rule.Supplement == SupplementRule.Restart;
        var life = new Replay(dossier, procedure, calendar, here);
        life.Run(history);
        var other = new Replay(dossier, procedure, calendar, !here);
        if (life.WasSupplemented)
            other.Run(history);
        var started = life.Started ?? calendar.Deadline(dossier.AcceptedAt ?? dossier.FiledAt, rule.Limit);
        var (restarted, subtracted) = here ? (life.Promised, other.Promised) : (other.Promised, life.Promised);
        return new DateExplanation(
            dossier.PromisedAt, life.Started is null ? started.Due : life.Promised, dossier.AcceptedAt is not null, dossier.PausedAt is not null,
            dossier.IsOpen, started, started.WorkingTime, life.Spans,
            life.WasSupplemented ? restarted : null, life.WasSupplemented ? subtracted : null,
            calendar.Sessions(started.CountedFrom.LegalDate()), rule, apology);
    }
}
