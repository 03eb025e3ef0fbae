using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.AbsenceNotices;
using Project06.Population.Features.CheckTemporaryAbsence;
using Project06.Population.Features.Effects;
using Asking = Project06.Population.Contracts.RecordTemporaryAbsence;

namespace Project06.Population.Features.RecordTemporaryAbsence;

/// <summary><c>population.record-temporary-absence</c>.</summary>
internal sealed class RecordAbsence(PopulationDbContext db, AbsenceGrounds grounds)
{
    /// <summary>Reason codes of a refusal.</summary>
    public const string PersonUnknown = "person-unknown", GroundUnknown = "ground-unknown",
        DatesReversed = "until-before-from", Overlaps = "absence-overlaps";

    public async Task<Outcome> RunAsync(Asked<Asking> asked, CancellationToken cancellationToken)
    {
        await db.LockAsync($"absence:{asked.Fields.AbsentPersonId}", cancellationToken);
        if (await db.Absences.AsNoTracking().SingleOrDefaultAsync(a => a.RequestId == asked.RequestId, cancellationToken) is { } recorded)
            return Outcome.Done("absence-notice", AbsenceNoticeLinks.Of(recorded.Id));
        if (await RefusalAsync(asked.Fields, cancellationToken) is { } reason)
            return reason;
        var absence = Of(asked);
        db.Add(absence);
        db.Raise(new PersonChanged(absence.PersonId, [BuildingBlocks.Access.PersonFields.Absence]));
        return Outcome.Done("absence-notice", AbsenceNoticeLinks.Of(absence.Id));
    }

    // The check said so while the form was filled in; days may have passed, and another dossier with them.
    private async Task<string?> RefusalAsync(Asking asked, CancellationToken cancellationToken)
    {
        if (!await db.Persons.AnyAsync(p => p.Id == asked.AbsentPersonId && p.DiedOn == null, cancellationToken))
            return PersonUnknown;
        if (grounds.Find(asked.Ground, asked.From) is null)
            return GroundUnknown;
        if (asked.Until < asked.From)
            return DatesReversed;
        return await CheckTemporaryAbsenceHandler.OverlapsAsync(db, asked.AbsentPersonId, asked.From, asked.Until, cancellationToken)
            ? Overlaps
            : null;
    }

    private static Absence Of(Asked<Asking> asked) => new()
    {
        Id = Guid.CreateVersion7(asked.By.RecordedAt),
        PersonId = asked.Fields.AbsentPersonId,
        Ground = asked.Fields.Ground,
        FromDate = asked.Fields.From,
        UntilDate = asked.Fields.Until,
        DestinationUnit = asked.Fields.DestinationUnit,
        DestinationAddress = asked.Fields.DestinationAddress ?? "",
        Reason = asked.Fields.Reason ?? "",
        RequestId = asked.RequestId,
        DossierId = asked.Input.DossierId,
        DossierCode = asked.Input.DossierCode,
        ProcedureCode = asked.Input.ProcedureCode,
        FiledBy = asked.Input.ApplicantId,
        DecidingOrganisation = asked.Input.DecidingOrganisation,
        DecidingUnit = asked.Input.DecidingUnit,
        DecidedAt = asked.Input.DecidedAt,
        RecordedAt = asked.By.RecordedAt,
    };
}
