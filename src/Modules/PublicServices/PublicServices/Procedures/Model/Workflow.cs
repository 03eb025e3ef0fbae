using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

internal enum StepActor { Applicant, Office, Consenter, Nobody }

/// <summary>A place in the workflow. End steps have no actions and nobody acts at them.</summary>
/// <param name="State">National state code 1–10.</param>
/// <param name="Office">Which office holds the dossier; null at the applicant's steps and the ends.</param>
/// <param name="Role">Who in the office acts, one of <c>Roles</c>.</param>
/// <param name="ClockPaused">Whether the time limit stands still here.</param>
/// <param name="Silence">What happens when the applicant or the consenter says nothing.</param>
/// <param name="Name">For the office.</param>
/// <param name="ForCitizen">What the step means to the applicant.</param>
internal sealed record Step(
    string Id, int State, StepActor Actor, OfficePlace? Office, string? Role, string Stage, bool ClockPaused,
    Silence? Silence, IReadOnlyList<StepAction> Actions, Words Name, Words ForCitizen)
{
    public bool IsEnd => Actor == StepActor.Nobody;

    /// <summary>When the step belongs to the way; where it doesn't hold, the dossier passes over it. Null: always.</summary>
    public Condition? When { get; init; }

    /// <summary>The person field that names who consents here.</summary>
    public string? Consenter { get; init; }

    /// <summary>The fields of the dossier that the consenter sees.</summary>
    public IReadOnlyList<string> Shows { get; init; } = [];

    /// <summary>What the consenter is asked.</summary>
    public Words? Question { get; init; }

    /// <summary>The applicant pays here what is due; once nothing is, the dossier goes to <see cref="To"/>.</summary>
    public bool Pays { get; init; }

    /// <summary>Where a paying step leads.</summary>
    public string? To { get; init; }

    /// <summary>Where the dossier goes when this step is passed over.</summary>
    public string? PassesTo => Pays ? To : Actions.FirstOrDefault(action => action.Likely)?.To;

    public StepAction? Action(string id) => Actions.FirstOrDefault(action => action.Id == id);
}

/// <summary>After this time without an answer the dossier goes to the step, as if the applicant had said yes.</summary>
internal sealed record Silence(TimeLimit After, string To, string Legal);

internal enum ActionKind { Move, Effect }

/// <summary>What the actor must give with an action.</summary>
internal enum ActionAsks
{
    None,
    /// <summary>A reason for each field that must be supplemented.</summary>
    Fields,
    /// <summary>A ground of refusal and a comment; a later step without this uses the last ground given.</summary>
    Grounds,
    /// <summary>A comment.</summary>
    Comment,
    /// <summary>The fields of the action's own form.</summary>
    Form,
}

/// <param name="To">The next step of a move; null for an effect.</param>
/// <param name="Effect">Key of the effect; the dossier waits for its answer.</param>
/// <param name="On">For an effect: the step for each outcome.</param>
/// <param name="StartsClock">Accepts the dossier: it passes state 2 and its limit starts.</param>
/// <param name="Once">Actions with the same word here can be taken once altogether in a dossier's life (a supplement, Decree 61/2018).</param>
/// <param name="Likely">The first, green one.</param>
/// <param name="Danger">Stands last and looks so.</param>
/// <param name="Label">Verb first.</param>
internal sealed record StepAction(
    string Id, ActionKind Kind, string? To, string? Effect, IReadOnlyDictionary<EffectOutcome, string> On,
    bool StartsClock, ActionAsks Asks, string? Once, bool Likely, bool Danger, Words Label, Words? Hint)
{
    /// <summary>The state it leads to; null for an effect.</summary>
    public int? ToState { get; init; }

    /// <summary>What the official fills in with it.</summary>
    public IReadOnlyList<Field> Form { get; init; } = [];
}

/// <summary>A part of the progress bar.</summary>
internal sealed record Stage(string Id, Words Name);
