using System.Text.Json;
using MediatR;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Requests;

namespace Project06.PublicServices.Contracts;

/// <summary>
/// A check that a procedure folder names: a request, read-only, that the owning module answers. Its properties are
/// filled from the dossier's answers by the folder's mapping, which is compared with this type at start.
/// </summary>
public interface IProcedureCheck : IRequest<IReadOnlyList<CheckFinding>>;

/// <summary>What a check found.</summary>
/// <param name="Property">The check's property it is about (camelCase); null for the whole.</param>
/// <param name="Blocks">Whether it stops the filing; otherwise it is shown to citizen and officer.</param>
/// <param name="Vi">Sentence for the citizen, Vietnamese: what happened, why, what next.</param>
/// <param name="En">The same in English.</param>
public sealed record CheckFinding(string? Property, bool Blocks, string Vi, string En);

/// <summary>
/// What a procedure folder makes another module do once a step decides so. The type's properties are the fields it
/// needs; the folder's mapping is compared with them at start.
/// </summary>
public interface IProcedureEffect;

/// <summary>Names an effect or a check as folders write it, such as <c>civil-status.register-birth</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProcedureNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>A place a person is filled in from, and the person's id: what a person field holds.</summary>
/// <param name="PersonId">The person, known to Population.</param>
public sealed record PersonAnswer(Guid PersonId);

/// <summary>An effect is asked for; its owner reacts, does it once, and raises <see cref="EffectAnswered"/>.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="RequestId">This asking; the answer carries it back.</param>
/// <param name="Effect">The effect's name.</param>
[Event("public-services.effect-requested")]
public sealed record EffectRequested(Guid DossierId, Guid RequestId, string Effect) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}

/// <summary>How an effect ended.</summary>
public enum EffectOutcome
{
    /// <summary>Done; the dossier goes on.</summary>
    Done,
    /// <summary>A human must look; the dossier waits at the step the folder names.</summary>
    NeedsReview,
    /// <summary>Not possible; the dossier goes back to the deciding officer with the reason.</summary>
    Refused,
}

/// <summary>The owner's answer to <see cref="EffectRequested"/>; raised by the owning module.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="RequestId">The asking it answers.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ReasonCode">Why not done, a code with texts in the procedure folder (<c>effect-reasons</c>).</param>
/// <param name="Result">What the dossier now has, if anything.</param>
/// <param name="EnteredPersonId">
/// The person who entered the nation's records by it, if any: from then on the dossier's answers are about somebody, and
/// showing them is recorded for that person too.
/// </param>
[Event("public-services.effect-answered")]
public sealed record EffectAnswered(
    Guid DossierId, Guid RequestId, EffectOutcome Outcome, string? ReasonCode, DossierResult? Result,
    Guid? EnteredPersonId = null) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}

/// <summary>A result the citizen can open; the module that issued it serves it.</summary>
/// <param name="Kind">What it is, a code with texts in the folder (<c>results</c>).</param>
/// <param name="Path">Local address where its owner serves it to the entitled, such as <c>/civil-status/certificates/…</c>.</param>
/// <param name="IsFinal">Whether it is the final result rather than a draft or a preview.</param>
public sealed record DossierResult(string Kind, string Path, bool IsFinal);

/// <summary>
/// Asks what an effect needs to know: the mapped answers as JSON shaped like the effect's type, and who decided.
/// Shows nobody anything.
/// </summary>
public sealed record FindEffectInput(Guid RequestId) : IRequest<EffectInput>;

/// <summary>The input of an effect.</summary>
/// <param name="Effect">Name.</param>
/// <param name="Fields">Mapped answers, camelCase like the effect's properties.</param>
/// <param name="DossierId">The dossier.</param>
/// <param name="DossierCode">Its code.</param>
/// <param name="ProcedureCode">Its procedure.</param>
/// <param name="ApplicantId">Who filed it.</param>
/// <param name="DecidingOrganisation">The organisation that decides.</param>
/// <param name="DecidingUnit">Its commune.</param>
/// <param name="DecidedByPersonId">The official whose yes started the effect.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="PreviousResults">Results of earlier effects of this dossier, newest last.</param>
public sealed record EffectInput(
    string Effect, JsonElement Fields, Guid DossierId, string DossierCode, string ProcedureCode, Guid ApplicantId,
    string DecidingOrganisation, string DecidingUnit, Guid DecidedByPersonId, DateTimeOffset DecidedAt,
    IReadOnlyList<DossierResult> PreviousResults);
