using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Domain;

// Who can move the dossier now, and which colleague has taken it on.
internal sealed partial class Dossier
{
    /// <summary>The organisation whose official acts at the step; null at the applicant's steps and at the end.</summary>
    public string? ActingOrganisation { get; private set; }

    /// <summary>The role that acts at the step, one of <c>Roles</c>; null with <see cref="ActingOrganisation"/>.</summary>
    public string? ActingRole { get; private set; }

    /// <summary>Whoever took the dossier on last, and in which role: it counts while that role acts.</summary>
    public Guid? HolderId { get; private set; }

    public string? HolderRole { get; private set; }

    /// <summary>Whether the citizen must do something first; kept by the database.</summary>
    public bool Waits { get; private set; }

    /// <summary>Who has the dossier now; null when nobody of the acting role has taken it on.</summary>
    public Guid? Holder => HolderRole is not null && HolderRole == ActingRole ? HolderId : null;

    /// <summary>Says who acts at the step. A colleague who had it in that role finds it again.</summary>
    public void StandAt(Step step) => (ActingOrganisation, ActingRole) = step.Office switch
    {
        OfficePlace.Receiving => (ReceivingOrganisation, step.Role),
        OfficePlace.Deciding => (DecidingOrganisation, step.Role),
        _ => (null, null),
    };

    /// <summary>Somebody of the acting role takes it on, or is given it; null gives it back to all of them.</summary>
    public void HandTo(Guid? person) => (HolderId, HolderRole) = (person, person is null ? null : ActingRole);

    /// <summary>The office ends it because its applicant died (state 8); it stays at its step, so that it can be taken up again.</summary>
    public void Stop(DateTimeOffset now)
    {
        if (!IsOpen || PendingEffectId is not null || !DossierLifecycle.Allows(State, DossierLifecycle.Stopped))
            throw new InvalidOperationException($"A dossier in state {State} can't be stopped.");
        (State, EndedAt, SilenceAt) = (DossierLifecycle.Stopped, now, null);
    }

    /// <summary>
    /// Taken up again where it stood: its applicant lives after all. This goes back against the state table on purpose; the
    /// time it stood still isn't counted.
    /// </summary>
    public void TakeUpAgain(Step step, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (State != DossierLifecycle.Stopped || EndedAt is not { } since)
            throw new InvalidOperationException($"A dossier in state {State} wasn't stopped.");
        (State, EndedAt) = (step.State, null);
        if (PausedAt is null && AcceptedAt is not null)
        {
            Waited += calendar.WorkingTimeBetween(since, now);
            PromisedAt = calendar.Add(now, Max(calendar.WorkingTimeBetween(since, PromisedAt), TimeSpan.Zero));
        }
        SilenceAt = step.Silence is { } silence ? calendar.Deadline(now, silence.After).Due : null;
        StandAt(step);
    }

    /// <summary>
    /// Its commune went into another, whose offices have it from now on, at the step where it stands; nobody there has taken it
    /// on yet. What it was filed under (<see cref="UnitCode"/>) stays.
    /// </summary>
    public void MoveToSuccessors(string unitField, string unit, string receiving, string deciding, Step step)
    {
        var answers = (System.Text.Json.Nodes.JsonObject)Answers.DeepClone();
        answers[unitField] = unit;
        Answers = answers;
        (ReceivingOrganisation, DecidingOrganisation, HolderId, HolderRole) = (receiving, deciding, null, null);
        StandAt(step);
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
