using Project06.BuildingBlocks.Events;
using Project06.Population.Features.CorrectRecord;
using Project06.Population.Features.IssueConfirmation;
using Project06.Population.Features.RecordStay;
using Project06.Population.Features.RecordTemporaryAbsence;
using Project06.Population.Features.RegisterResidence;
using Project06.PublicServices.Contracts;
using Contracts = Project06.Population.Contracts;

namespace Project06.Population.Features.Effects;

/// <summary>A dossier's yes: what it asks for is done, or refused with a reason that its procedure folder has words for.</summary>
internal sealed class OnEffectRequested(
    EffectRun run, RecordAbsence absence, RegisterPermanent permanent, RegisterTemporary temporary, RecordGuests guests,
    CorrectField correct, IssueConfirmationPaper confirmation) : IEventHandler<EffectRequested>
{
    public Task HandleAsync(EffectRequested happened, EventContext context, CancellationToken cancellationToken) => happened.Effect switch
    {
        "population.record-temporary-absence" => run.OnceAsync<Contracts.RecordTemporaryAbsence>(happened, absence.RunAsync, cancellationToken),
        "population.register-permanent-residence" => run.OnceAsync<Contracts.RegisterPermanentResidence>(happened, permanent.RunAsync, cancellationToken),
        "population.register-temporary-residence" => run.OnceAsync<Contracts.RegisterTemporaryResidence>(happened, temporary.RunAsync, cancellationToken),
        "population.record-stay" => run.OnceAsync<Contracts.RecordStay>(happened, guests.RunAsync, cancellationToken),
        "population.correct-record" => run.OnceAsync<Contracts.CorrectRecord>(happened, correct.RunAsync, cancellationToken),
        "population.issue-residence-confirmation" => run.OnceAsync<Contracts.IssueResidenceConfirmation>(happened, confirmation.RunAsync, cancellationToken),
        _ => Task.CompletedTask,
    };
}
