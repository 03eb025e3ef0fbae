using System.Text.Json.Nodes;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Fees;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>Who moves a dossier: an official from a post, the applicant, or (all null) the passing of time.</summary>
internal sealed record Mover(Guid? PersonId, string? Organisation, string? Role)
{
    public static readonly Mover Time = new(null, null, null);
}

/// <summary>What is said with an action.</summary>
internal sealed record ActionInput(string? Comment = null, string? Ground = null, JsonObject? Reasons = null, JsonObject? Decisions = null);

/// <summary>Moves a dossier to a step and writes down all that follows: history, events, messages, clock.</summary>
internal sealed partial class DossierFlow(PublicServicesDbContext db, ReferenceBook reference, DossierFees fees, TimeProvider clock)
{
    private int _rows;

    public WorkingCalendar CalendarOf(Procedure procedure) => Calendar(procedure.Offices.Deciding.CalendarKind);

    public WorkingCalendar Calendar(string officeKind) => reference.Current.Calendar(officeKind);

    public async Task MoveAsync(
        Dossier dossier, Procedure procedure, string action, Step towards, bool startsClock, Mover by, ActionInput input,
        CancellationToken cancellationToken)
    {
        if (input.Decisions is { } decisions)
            dossier.Decide(decisions);
        var to = Reached(dossier, procedure, towards);
        await CloseConsentAsync(dossier, procedure, action, by, input.Comment, cancellationToken);
        var now = clock.GetUtcNow();
        var calendar = CalendarOf(procedure);
        var from = dossier.StepId;
        if (startsClock && (dossier.AcceptedAt is null || procedure.TimeLimit.Supplement == SupplementRule.Restart))
        {
            dossier.Accept(calendar.Deadline(now, dossier.LimitOf(procedure).Limit), now);
            db.Raise(new DossierAccepted(dossier.Id, now, dossier.PromisedAt));
            AddHistory(dossier, action, from, from, DossierLifecycle.Accepted, now, by, new ActionInput());
            Tell(dossier, MessageKinds.Accepted, now);
        }

        if (dossier.AcknowledgeBy is not null && by.Organisation is not null)
            await AcknowledgeAsync(dossier, now, cancellationToken);
        dossier.Enter(to, calendar, now);
        AddHistory(dossier, action, from, to.Id, to.State, now, by, input);
        if (dossier.EndedAt is not null)
            RaiseEnded(dossier, calendar, now);
        AskConsent(dossier, to, now);
        if (MessageKinds.OnEntering(to) is { } kind)
            Tell(dossier, kind, now);
    }

    /// <summary>What follows from filing: history, event for the figures, the message with the receipt.</summary>
    /// <param name="by">The applicant, or who filed for them at a counter.</param>
    public void AddFiled(Dossier dossier, Mover by, DateTimeOffset now)
    {
        AddHistory(dossier, "file", null, dossier.StepId, dossier.State, now, by, new ActionInput());
        db.Raise(new DossierFiled(dossier.Id, dossier.ProcedureCode, dossier.UnitCode, dossier.Channel, now));
        Tell(dossier, MessageKinds.Filed, now);
    }

    private void AddHistory(
        Dossier dossier, string action, string? from, string to, int state, DateTimeOffset now, Mover by, ActionInput input) =>
        db.Add(new DossierStep
        {
            // Rows of one instant keep their order: the id's own clock goes on by a tick for each.
            Id = Guid.CreateVersion7(now.AddMilliseconds(_rows++)),
            DossierId = dossier.Id,
            At = now,
            Action = action,
            FromStep = from,
            ToStep = to,
            State = state,
            ByPersonId = by.PersonId,
            ByOrganisation = by.Organisation,
            ByRole = by.Role,
            Comment = input.Comment,
            Ground = input.Ground,
            Reasons = input.Reasons,
            Decisions = input.Decisions,
        });

    public void Tell(Dossier dossier, string kind, DateTimeOffset now, Guid? person = null)
    {
        var message = new Message
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person ?? dossier.ApplicantId,
            DossierId = dossier.Id,
            Kind = kind,
            At = now,
        };
        db.Add(message);
        db.Raise(new MessageWritten(message.Id));
    }
}

/// <summary>Messages a citizen gets; each has a title and a body in both languages.</summary>
internal static class MessageKinds
{
    public const string Filed = "filed", Accepted = "accepted", Supplement = "supplement", YourTurn = "your-turn",
        NotAccepted = "not-accepted", Stopped = "stopped", Finished = "finished", PaymentDue = "payment-due", Withdrawn = "withdrawn",
        ConsentAsked = "consent-asked", ConsentVoid = "consent-void", ConsentSilent = "consent-silent", ConsentMissed = "consent-missed",
        FollowUp = "follow-up", FollowUpOpen = "follow-up-open", OfficeMerged = "office-merged",
        RefundApproved = "refund-approved", RefundDeclined = "refund-declined", DisputeAnswered = "dispute-answered";

    /// <summary>Messages to somebody who is asked for their consent: they open the request, not the dossier.</summary>
    public static bool IsToConsenter(string kind) => kind is ConsentAsked or ConsentVoid or ConsentMissed;

    public static string? OnEntering(Step step) => step.State switch
    {
        DossierLifecycle.SupplementRequested => Supplement,
        DossierLifecycle.PaymentDue => PaymentDue,
        DossierLifecycle.NotAccepted => NotAccepted,
        DossierLifecycle.Stopped => Stopped,
        DossierLifecycle.Finished => Finished,
        _ => step.Actor == StepActor.Applicant ? YourTurn : null,
    };
}
