using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>Steps passed over, payments, consents, and what ends a dossier whatever its procedure says.</summary>
internal sealed partial class DossierFlow
{
    public const string Silence = "silence", Withdraw = "withdraw", HandOver = "hand-over";

    /// <summary>Goes on once nothing is due any more; called after a payment is booked, saved by the caller.</summary>
    /// <param name="action">How it came: paid, or exempt.</param>
    public async Task PaidAsync(Dossier dossier, Procedure procedure, string action, Mover by, CancellationToken cancellationToken)
    {
        var step = procedure.Step(dossier.StepId);
        if (dossier.IsOpen && step.Pays && fees.Owed(dossier, procedure) is null)
            await MoveAsync(dossier, procedure, action, procedure.Step(step.To!), false, by, new ActionInput(), cancellationToken);
    }

    /// <summary>The applicant takes the dossier back (state 7).</summary>
    public async Task WithdrawAsync(Dossier dossier, Procedure procedure, string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var by = new Mover(dossier.ApplicantId, null, null);
        await CloseConsentAsync(dossier, procedure, Withdraw, by, null, cancellationToken);
        await AcknowledgeAsync(dossier, now, cancellationToken);
        dossier.Withdraw(now);
        AddHistory(dossier, Withdraw, dossier.StepId, dossier.StepId, dossier.State, now, by, new ActionInput(reason));
        RaiseEnded(dossier, CalendarOf(procedure), now);
        Tell(dossier, MessageKinds.Withdrawn, now);
    }

    /// <summary>The result reached the applicant (state 10).</summary>
    public void HandOverTo(Dossier dossier, HandOverMethod method, Mover by)
    {
        var now = clock.GetUtcNow();
        dossier.HandOver(method, now);
        AddHistory(dossier, HandOver, dossier.StepId, dossier.StepId, dossier.State, now, by, new ActionInput());
        db.Raise(new DossierHandedOver(dossier.Id, now, Methods[method]));
    }

    private static readonly Dictionary<HandOverMethod, string> Methods = new()
    {
        [HandOverMethod.InPerson] = "in-person", [HandOverMethod.Post] = "post", [HandOverMethod.Electronic] = "electronic",
    };

    private void RaiseEnded(Dossier dossier, WorkingCalendar calendar, DateTimeOffset now) =>
        db.Raise(new DossierEnded(
            dossier.Id, dossier.State, now, dossier.EndedInTime, (int)dossier.WorkingTimeTaken(calendar).TotalMinutes));

    // The first step on the way that isn't passed over; a folder that leads in a circle of such steps is a bug.
    private Step Reached(Dossier dossier, Procedure procedure, Step towards)
    {
        var answers = dossier.AllAnswers();
        for (var passed = 0; passed <= procedure.Steps.Count; passed++)
        {
            var over = !(towards.When?.Holds(field => AnswerValues.Text(answers[field])) ?? true)
                || (towards.Consenter is { } field && (AnswerValues.PersonId(answers[field]) is not { } person || person == dossier.ApplicantId))
                || (towards.Pays && fees.Owed(dossier, procedure) is null);
            if (!over)
                return towards;
            towards = procedure.Step(towards.PassesTo!);
        }
        throw new InvalidOperationException($"Procedure {procedure.Code} passes over steps in a circle at {towards.Id}.");
    }

    private void AskConsent(Dossier dossier, Step step, DateTimeOffset now)
    {
        if (step.Consenter is not { } field || AnswerValues.PersonId(dossier.Answers[field]) is not { } person)
            return;
        dossier.AskConsent(person);
        db.Add(new Consent
        {
            Id = Guid.CreateVersion7(now), DossierId = dossier.Id, StepId = step.Id, PersonId = person, AskedAt = now, AnswerBy = dossier.SilenceAt,
        });
        Tell(dossier, MessageKinds.ConsentAsked, now, person);
    }

    private async Task CloseConsentAsync(
        Dossier dossier, Procedure procedure, string action, Mover by, string? comment, CancellationToken cancellationToken)
    {
        if (dossier.ConsenterId is not { } person)
            return;
        var now = clock.GetUtcNow();
        var open = await db.Consents.SingleAsync(c => c.DossierId == dossier.Id && c.AnsweredAt == null, cancellationToken);
        var answer = action == Silence ? ConsentAnswer.Silent
            : by.PersonId != person ? ConsentAnswer.Void
            : procedure.Step(dossier.StepId).Action(action)?.Likely == true ? ConsentAnswer.Agreed : ConsentAnswer.Declined;
        open.Close(answer, comment, now);
        if (answer == ConsentAnswer.Silent)
            Tell(dossier, MessageKinds.ConsentSilent, now);
        if (answer is ConsentAnswer.Silent or ConsentAnswer.Void)
            Tell(dossier, answer == ConsentAnswer.Silent ? MessageKinds.ConsentMissed : MessageKinds.ConsentVoid, now, person);
    }

    private async Task AcknowledgeAsync(Dossier dossier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        dossier.Acknowledge();
        foreach (var alert in await db.Alerts.Where(a => a.DossierId == dossier.Id && a.Kind == DossierAlert.NotAcknowledged && a.SettledAt == null)
            .ToListAsync(cancellationToken))
            alert.Settle(now);
    }
}
