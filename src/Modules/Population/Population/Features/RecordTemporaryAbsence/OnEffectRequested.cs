using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.AbsenceNotices;
using Project06.Population.Features.CheckTemporaryAbsence;
using Project06.PublicServices.Contracts;
using Asked = Project06.Population.Contracts.RecordTemporaryAbsence;

namespace Project06.Population.Features.RecordTemporaryAbsence;

/// <summary>A dossier's yes: the absence is recorded, or refused with a reason that its procedure folder has words for.</summary>
internal sealed class OnEffectRequested(PopulationDbContext db, AbsenceGrounds grounds, IMediator mediator, TimeProvider clock)
    : IEventHandler<EffectRequested>
{
    /// <summary>The effect this module carries out.</summary>
    public const string Effect = "population.record-temporary-absence";

    /// <summary>Reason codes of a refusal.</summary>
    public const string PersonUnknown = "person-unknown", GroundUnknown = "ground-unknown",
        DatesReversed = "until-before-from", Overlaps = "absence-overlaps";

    public async Task HandleAsync(EffectRequested happened, EventContext context, CancellationToken cancellationToken)
    {
        if (happened.Effect != Effect)
            return;
        var input = await mediator.Send(new FindEffectInput(happened.RequestId), cancellationToken);
        var asked = input.Fields.Deserialize<Asked>(EffectFields.Json)
            ?? throw new InvalidOperationException($"Request {happened.RequestId} has no fields.");

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"absence:{asked.AbsentPersonId}", cancellationToken);
        if (await db.Absences.AnyAsync(a => a.RequestId == happened.RequestId, cancellationToken))
            return;
        if (await RefusalAsync(asked, cancellationToken) is { } reason)
            db.Raise(new EffectAnswered(happened.DossierId, happened.RequestId, EffectOutcome.Refused, reason, Result: null));
        else
            Record(happened, input, asked);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // The check said so while the form was filled in; days may have passed, and another dossier with them.
    private async Task<string?> RefusalAsync(Asked asked, CancellationToken cancellationToken)
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

    private void Record(EffectRequested happened, EffectInput input, Asked asked)
    {
        var now = clock.GetUtcNow();
        var absence = new Absence
        {
            Id = Guid.CreateVersion7(now),
            PersonId = asked.AbsentPersonId,
            Ground = asked.Ground,
            FromDate = asked.From,
            UntilDate = asked.Until,
            DestinationUnit = asked.DestinationUnit,
            DestinationAddress = asked.DestinationAddress ?? "",
            Reason = asked.Reason ?? "",
            RequestId = happened.RequestId,
            DossierId = input.DossierId,
            DossierCode = input.DossierCode,
            ProcedureCode = input.ProcedureCode,
            FiledBy = input.ApplicantId,
            DecidingOrganisation = input.DecidingOrganisation,
            DecidingUnit = input.DecidingUnit,
            DecidedAt = input.DecidedAt,
            RecordedAt = now,
        };
        db.Add(absence);
        db.Raise(new EffectAnswered(
            happened.DossierId, happened.RequestId, EffectOutcome.Done, ReasonCode: null,
            new DossierResult("absence-notice", AbsenceNoticeLinks.Of(absence.Id), IsFinal: true)));
    }
}
