using System.Text.Json.Nodes;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>One version of a procedure, as its folder states it. A dossier pins <see cref="Version"/> and <see cref="ContentHash"/>.</summary>
internal sealed record Procedure
{
    public required string Code { get; init; }
    public required int Version { get; init; }

    /// <summary>SHA-256, lower-case hex, over the names and bytes of the folder's files.</summary>
    public required string ContentHash { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Code of the procedure whose folder this one takes what it doesn't say itself from.</summary>
    public string? BasedOn { get; init; }

    /// <summary>Last day in force, inclusive; null: still.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The module that carries out its effects, such as <c>civil-status</c>.</summary>
    public required string Owner { get; init; }

    public required OfficePair Offices { get; init; }

    /// <summary>The field whose value is the commune that decides.</summary>
    public required string CompetentUnitField { get; init; }

    /// <summary>What dossier codes start with instead of the receiving organisation's code.</summary>
    public string? CodePrefix { get; init; }

    public required ProcedureTimeLimit TimeLimit { get; init; }
    public required IReadOnlyList<Fee> Fees { get; init; }
    public required IReadOnlyList<Document> Documents { get; init; }
    public required IReadOnlyList<LegalReference> LegalBasis { get; init; }
    public required ProcedureTexts Texts { get; init; }
    public required IReadOnlyList<FormPage> Pages { get; init; }
    public required IReadOnlyDictionary<string, Field> Fields { get; init; }
    public required IReadOnlyList<CheckUse> Checks { get; init; }

    /// <summary>Effects by the key that actions name.</summary>
    public required IReadOnlyDictionary<string, EffectUse> Effects { get; init; }

    /// <summary>Papers that effects issue, by name.</summary>
    public required IReadOnlyDictionary<string, PaperTemplate> Papers { get; init; }

    /// <summary>What officials fill in, by id; each id begins with <c>office.</c>.</summary>
    public required IReadOnlyDictionary<string, Field> OfficeFields { get; init; }

    /// <summary>What is filed for the applicant once this procedure has its result.</summary>
    public required IReadOnlyList<FollowUp> FollowedBy { get; init; }

    /// <summary>The first step is where a dossier lands when it is filed.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>Grounds of refusal that an official chooses from.</summary>
    public required IReadOnlyList<Ground> RefusalGrounds { get; init; }

    /// <summary>Ready sentences for a supplement, by code; an official may write others.</summary>
    public required IReadOnlyDictionary<string, Words> SupplementReasons { get; init; }

    /// <summary>Names of results (<c>DossierResult.Kind</c>).</summary>
    public required IReadOnlyDictionary<string, Words> Results { get; init; }

    /// <summary>What an effect's reason code means.</summary>
    public required IReadOnlyDictionary<string, Words> EffectReasons { get; init; }

    /// <summary>Facts of the folder that were found in no text.</summary>
    public required IReadOnlyList<string> Unverified { get; init; }

    /// <summary>The time limit of a dossier with these answers.</summary>
    /// <param name="inGroup">Whether another dossier's end filed it.</param>
    public ProcedureTimeLimit LimitFor(JsonObject answers, bool inGroup = false) => TimeLimit.For(answers, inGroup);

    public Words Name => Texts.Name;

    public Step FirstStep => Steps[0];
    public Step Step(string id) => Steps.First(step => step.Id == id);
    public bool IsValidOn(DateOnly on) => ValidFrom <= on && (ValidTo is null || on <= ValidTo);
}

/// <summary>What the folder says about itself.</summary>
internal sealed record ProcedureTexts
{
    public required Words Name { get; init; }
    public required Words Summary { get; init; }
    public required IReadOnlyList<Words> Who { get; init; }
    public required IReadOnlyList<Words> How { get; init; }
    public required Words TimeLimit { get; init; }

    /// <summary>The limit of a dossier that another one's end filed, where it is set apart.</summary>
    public Words? TimeLimitInGroup { get; init; }

    public required Words Result { get; init; }

    /// <summary>Words that people use for it, in both languages; searched, not shown.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }
}

internal sealed record OfficePair(Office Receiving, Office Deciding)
{
    public Office this[OfficePlace place] => place == OfficePlace.Receiving ? Receiving : Deciding;
}

/// <summary>Kind: one of <c>OrganisationKinds</c>; CalendarKind: one of <c>OfficeKinds</c>.</summary>
internal sealed record Office(string Kind, string CalendarKind);

internal enum OfficePlace { Receiving, Deciding }

/// <summary>What a supplement does to the limit: counted again from the start, or taken up where it stopped.</summary>
internal enum SupplementRule { Restart, Continue }

/// <param name="Limit">What is promised.</param>
/// <param name="Longest">The most the law allows for complicated cases, where it says so.</param>
internal sealed record ProcedureTimeLimit(
    TimeLimit Limit, TimeLimit? Longest, SupplementRule Supplement, string Legal, bool Verified)
{
    /// <summary>Limits of some dossiers only; the first whose condition holds stands in the place of the general one.</summary>
    public IReadOnlyList<ConditionalLimit> Limits { get; init; } = [];

    public ProcedureTimeLimit For(JsonObject answers, bool inGroup) =>
        Limits.FirstOrDefault(row => (inGroup || !row.InGroup) && (row.When?.Holds(id => AnswerValues.Text(answers[id])) ?? true)) is { } row
            ? new ProcedureTimeLimit(row.Limit, row.Longest, Supplement, row.Legal, row.Verified)
            : this;
}

/// <summary>A limit of the dossiers whose answers fulfil a condition, or that another dossier's end filed.</summary>
/// <param name="When">Null: whatever the answers.</param>
/// <param name="InGroup">Only of those that another dossier's end filed.</param>
internal sealed record ConditionalLimit(Condition? When, bool InGroup, TimeLimit Limit, TimeLimit? Longest, string Legal, bool Verified);

internal enum Channel { Direct = 1, Online = 2, Post = 3 }

/// <summary>A row of the fee table; of those in force on the day of receipt the first that fits counts.</summary>
/// <param name="Channel">How the dossier was filed; null: however.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="When">Of which dossiers it is asked; null: of all.</param>
/// <param name="Per">The number field it is multiplied by; null: once.</param>
internal sealed record Fee(
    Channel? Channel, int Amount, Condition? When, string? Per, DateOnly ValidFrom, DateOnly? ValidTo, string Legal, bool Verified)
{
    public bool IsValidOn(DateOnly on) => ValidFrom <= on && (ValidTo is null || on <= ValidTo);
}

/// <summary>The next dossier of a group, filed for the same applicant.</summary>
/// <param name="Procedure">Its code.</param>
/// <param name="When">Whether it follows; null: always.</param>
/// <param name="With">Its field → where the answer is from: a field, <c>office.</c> and a field, <c>requester</c>, <c>entered-person</c>, or <c>=</c> and the value itself.</param>
/// <param name="AcknowledgeWithin">How soon its office must take it up.</param>
internal sealed record FollowUp(
    string Procedure, Condition? When, IReadOnlyList<Mapping> With, TimeLimit AcknowledgeWithin, string Legal, bool Verified)
{
    public const string EnteredPerson = "entered-person";
}

/// <param name="Field">The file field that takes it, if any.</param>
internal sealed record Document(string Id, string? Field, Words Name, Words? Note);

internal sealed record LegalReference(string Number, string Title);

/// <param name="Law">Article that gives the ground, cited in the refusal.</param>
internal sealed record Ground(string Code, string Law, bool Verified, Words Text);
