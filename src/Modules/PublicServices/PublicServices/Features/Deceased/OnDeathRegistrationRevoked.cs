using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Deceased;

/// <summary>The applicant lives: their dossiers leave the list, and those stopped for the death go on where they stood.</summary>
internal sealed class OnDeathRegistrationRevoked(PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow)
    : IEventHandler<DeathRegistrationRevoked>
{
    public async Task HandleAsync(DeathRegistrationRevoked happened, EventContext context, CancellationToken cancellationToken)
    {
        var now = context.OccurredAt;
        var concerned = await db.Dossiers.Where(d => d.ApplicantId == happened.PersonId || d.ConsenterId == happened.PersonId)
            .Where(d => db.Alerts.Any(a => a.DossierId == d.Id && (a.Kind == DossierAlert.ApplicantDied || a.Kind == DossierAlert.ConsenterDied)))
            .ToListAsync(cancellationToken);
        var ids = concerned.Select(d => d.Id).ToArray();
        foreach (var alert in await db.Alerts.Where(a => ids.Contains(a.DossierId) && a.SettledAt == null).ToListAsync(cancellationToken))
        {
            if (alert.Kind is DossierAlert.ApplicantDied or DossierAlert.ConsenterDied)
                alert.Settle(now);
        }
        var stopped = await db.Steps.Where(s => ids.Contains(s.DossierId) && s.Action == StopForDeathHandler.Action)
            .Select(s => s.DossierId).Distinct().ToListAsync(cancellationToken);
        foreach (var dossier in concerned.Where(d => stopped.Contains(d.Id) && d.State == DossierLifecycle.Stopped))
            await flow.TakeUpAgainAsync(dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), now);

        Report(ConsequenceKinds.Dossiers, concerned.Count(d => d.ApplicantId == happened.PersonId));
        Report(ConsequenceKinds.Consents, concerned.Count(d => d.ApplicantId != happened.PersonId));

        void Report(string kind, int count) => db.Raise(new DeathConsequenceRecorded(
            happened.DeathEntryId, happened.PersonId, kind, count == 0 ? ConsequenceState.Nothing : ConsequenceState.Restored, count, null, now));
    }
}
