using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Domain;

/// <summary>A filed dossier on its way through the steps of its procedure's version.</summary>
internal sealed partial class Dossier
{
    public required Guid Id { get; init; }
    public required DossierCode Code { get; init; }
    public required string ProcedureCode { get; init; }
    public required int ProcedureVersion { get; init; }
    public required string ContentHash { get; init; }
    public required Guid ApplicantId { get; init; }
    public required int Channel { get; init; }

    /// <summary>The visit in which a counter filed it for the applicant; null where they filed it alone.</summary>
    public Guid? VisitId { get; init; }

    public required string UnitCode { get; init; }
    public required string ReceivingOrganisation { get; set; }
    public required string DecidingOrganisation { get; set; }
    public required DateTimeOffset FiledAt { get; init; }
    public string PublicToken { get; init; } = NewToken();
    public int State { get; private set; } = DossierLifecycle.NewlyFiled;
    public required string StepId { get; set; }
    public DateTimeOffset StepEnteredAt { get; private set; }
    public required JsonObject Answers { get; set; }
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The date of return: expected from filing, promised from acceptance.</summary>
    public required DateTimeOffset PromisedAt { get; set; }

    public DateTimeOffset? PausedAt { get; private set; }
    public TimeSpan? Remaining { get; private set; }
    public TimeSpan Waited { get; private set; }

    /// <summary>When the applicant's silence is taken as the answer the procedure names.</summary>
    public DateTimeOffset? SilenceAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What may happen once in a dossier's life and has (a supplement is asked once, in full).</summary>
    public List<string> UsedOnce { get; private set; } = [];

    public Guid? PendingEffectId { get; private set; }
    public uint Version { get; init; }

    public bool IsOpen => EndedAt is null;

    /// <summary>Whether the action can be taken now; null when it can.</summary>
    public string? WhyNot(Step step, StepAction? action)
    {
        if (!IsOpen || step.Id != StepId || action is null)
            return "moved-on";
        if (PendingEffectId is not null)
            return "effect-running";
        if (action.ToState is { } to && DossierLifecycle.Of(to).OnceBy is not null && UsedOnce.Contains(StateWord(to)))
            return "once";
        return action.Once is { } once && UsedOnce.Contains(once) ? "once" : null;
    }

    public void Use(string? once)
    {
        if (once is not null)
            UsedOnce = [.. UsedOnce, once];
    }

    /// <summary>What was done once was undone (cash given back the same day): it may happen again.</summary>
    public void Forget(string once) => UsedOnce = [.. UsedOnce.Where(used => used != once)];

    /// <summary>Starts waiting for the answer of an effect; nothing else can be done meanwhile.</summary>
    public void AwaitEffect(Guid requestId) => PendingEffectId = requestId;

    /// <summary>The awaited answer came, or an administrator gave up waiting.</summary>
    public void EffectAnswered() => PendingEffectId = null;

    /// <summary>The clock starts: received in full (Decree 309/2026). The limit is that of the pinned version.</summary>
    public void Accept(WorkingDeadline deadline, DateTimeOffset now)
    {
        AcceptedAt = now;
        PromisedAt = deadline.Due;
        (PausedAt, Remaining, Waited) = (null, null, TimeSpan.Zero);
    }

    /// <summary>Goes on to a step: state, clock and silence follow from it.</summary>
    public void Enter(Step step, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (!DossierLifecycle.Allows(State, step.State))
            throw new InvalidOperationException($"State {step.State} may not follow state {State}.");
        (StepId, State, StepEnteredAt, ConsenterId) = (step.Id, step.State, now, null);
        StandAt(step);
        if (DossierLifecycle.Of(step.State).OnceBy is not null)
            Use(StateWord(step.State));
        RunClock(step.ClockPaused, calendar, now);
        SilenceAt = step.Silence is { } silence ? calendar.Deadline(now, silence.After).Due : null;
        if (DossierLifecycle.IsEnd(step.State))
            EndedAt = now;
    }

    /// <summary>Whether it ended by its promised time; a clock that stood still when it ended is judged by what was left on it.</summary>
    public bool EndedInTime => PausedAt is null ? EndedAt <= PromisedAt : Remaining > TimeSpan.Zero;

    /// <summary>Working time from acceptance to the end, waits for the citizen taken off.</summary>
    public TimeSpan WorkingTimeTaken(WorkingCalendar calendar)
    {
        if (AcceptedAt is not { } accepted || EndedAt is not { } ended)
            return TimeSpan.Zero;
        // It may have ended while it waited for the citizen.
        var waited = PausedAt is { } since ? Waited + calendar.WorkingTimeBetween(since, ended) : Waited;
        var taken = calendar.WorkingTimeBetween(accepted, ended) - waited;
        return taken > TimeSpan.Zero ? taken : TimeSpan.Zero;
    }

    // Waiting for the citizen isn't counted: what was left of the limit is kept, and counted on afterwards.
    private void RunClock(bool pause, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (AcceptedAt is null)
            return;
        if (pause && PausedAt is null)
        {
            (PausedAt, Remaining) = (now, calendar.WorkingTimeBetween(now, PromisedAt));
        }
        else if (!pause && PausedAt is { } since)
        {
            Waited += calendar.WorkingTimeBetween(since, now);
            if (Remaining > TimeSpan.Zero)
                PromisedAt = calendar.Add(now, Remaining.Value);
            (PausedAt, Remaining) = (null, null);
        }
    }

    private static string NewToken() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
