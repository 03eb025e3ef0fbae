using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Deceased;

/// <summary>
/// Running dossiers of somebody who died go to a list of the offices that hold them: some must end, others (a child's
/// registration) must go on, and only a human can tell.
/// </summary>
internal sealed class OnDeathRegistered(PublicServicesDbContext db) : IEventHandler<DeathRegistered>
{
    public async Task HandleAsync(DeathRegistered happened, EventContext context, CancellationToken cancellationToken)
    {
        var now = context.OccurredAt;
        var open = await db.Dossiers.Where(d => d.EndedAt == null && (d.ApplicantId == happened.PersonId || d.ConsenterId == happened.PersonId))
            .ToListAsync(cancellationToken);
        var ids = open.Select(d => d.Id).ToArray();
        var known = await db.Alerts.Where(a => ids.Contains(a.DossierId)).ToListAsync(cancellationToken);
        foreach (var dossier in open)
            List(dossier, dossier.ApplicantId == happened.PersonId ? DossierAlert.ApplicantDied : DossierAlert.ConsenterDied, known, happened.DeathEntryId, now);
        foreach (var visit in await db.Visits.Where(v => v.CitizenId == happened.PersonId && v.EndedAt == null).ToListAsync(cancellationToken))
            visit.End(now);

        Report(ConsequenceKinds.Dossiers, [.. open.Where(d => d.ApplicantId == happened.PersonId)]);
        Report(ConsequenceKinds.Consents, [.. open.Where(d => d.ApplicantId != happened.PersonId)]);

        void Report(string kind, List<Dossier> waiting) => db.Raise(new DeathConsequenceRecorded(
            happened.DeathEntryId, happened.PersonId, kind, waiting.Count == 0 ? ConsequenceState.Nothing : ConsequenceState.Waiting,
            waiting.Count, waiting.FirstOrDefault() is { } first ? Holding(first) : null, now));
    }

    /// <summary>The office that must look: whoever acts now, else the deciding one.</summary>
    public static string Holding(Dossier dossier) => dossier.ActingOrganisation ?? dossier.DecidingOrganisation;

    private void List(Dossier dossier, string kind, List<DossierAlert> known, Guid entry, DateTimeOffset now)
    {
        if (known.Find(a => a.DossierId == dossier.Id && a.Kind == kind) is { } before)
            before.ComeUpAgain();
        else
            db.Add(before = new DossierAlert { Id = Guid.CreateVersion7(now), DossierId = dossier.Id, Organisation = Holding(dossier), Kind = kind, At = now });
        before.DeathEntryId = entry;
    }
}
