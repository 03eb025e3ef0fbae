using Project06.PublicServices.Contracts;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Deceased;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

// What becomes of the dossiers of somebody who died, and of somebody who was only said to have.
internal sealed partial class DossierFlow
{
    public const string TakenUpAgain = "desk.taken-up-again";

    /// <summary>The office ends a dossier because its applicant died (state 8). Nobody is told: there is nobody to tell.</summary>
    public async Task StopForDeathAsync(Dossier dossier, Procedure procedure, Mover by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await CloseConsentAsync(dossier, procedure, StopForDeathHandler.Action, by, null, cancellationToken);
        dossier.Stop(now);
        AddHistory(dossier, StopForDeathHandler.Action, dossier.StepId, dossier.StepId, dossier.State, now, by, new ActionInput());
        RaiseEnded(dossier, CalendarOf(procedure), now);
    }

    /// <summary>The applicant lives: the dossier goes on where it stood.</summary>
    public Task TakeUpAgainAsync(Dossier dossier, Procedure procedure, DateTimeOffset now)
    {
        var step = procedure.Step(dossier.StepId);
        dossier.TakeUpAgain(step, CalendarOf(procedure), now);
        AddHistory(dossier, TakenUpAgain, step.Id, step.Id, dossier.State, now, Mover.Time, new ActionInput());
        db.Raise(new DossierReopened(dossier.Id, now, dossier.PromisedAt));
        AskConsent(dossier, step, now);
        return Task.CompletedTask;
    }
}
