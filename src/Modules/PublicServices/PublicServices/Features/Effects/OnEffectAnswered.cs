using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Effects;

/// <summary>The owner of an effect answered: the dossier goes where its procedure says.</summary>
internal sealed class OnEffectAnswered(
    PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow, TimeProvider clock) : IEventHandler<EffectAnswered>
{
    public async Task HandleAsync(EffectAnswered happened, EventContext context, CancellationToken cancellationToken)
    {
        var request = await db.EffectRequests.SingleAsync(r => r.Id == happened.RequestId, cancellationToken);
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == request.DossierId, cancellationToken);
        if (dossier.PendingEffectId != request.Id)
            return;

        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var action = procedure.Step(request.StepId).Action(request.ActionId)!;
        var now = clock.GetUtcNow();
        request.Answer(happened.Outcome.ToString(), happened.ReasonCode, now);
        dossier.EffectAnswered();
        if (happened.Result is { } result)
        {
            db.Add(new DossierResultRow
            {
                Id = Guid.CreateVersion7(now),
                DossierId = dossier.Id,
                Kind = result.Kind,
                Path = result.Path,
                IsFinal = result.IsFinal,
                At = now,
            });
        }
        if (happened.EnteredPersonId is { } entered
            && !await db.People.AnyAsync(p => p.DossierId == dossier.Id && p.PersonId == entered, cancellationToken))
            db.Add(new DossierPerson { DossierId = dossier.Id, PersonId = entered, Field = $"{DossierPerson.EnteredPrefix}{request.Id:N}" });
        if (happened.Outcome == EffectOutcome.Done)
            dossier.MarkEffectDone();
        await flow.MoveAsync(dossier, procedure, $"{action.Id}.{happened.Outcome}", procedure.Step(action.On[happened.Outcome]),
            action.StartsClock, new Mover(request.DecidedByPersonId, null, null), new ActionInput(Ground: happened.ReasonCode), cancellationToken);
    }
}
