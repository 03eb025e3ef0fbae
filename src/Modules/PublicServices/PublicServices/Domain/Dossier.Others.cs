using System.Text.Json.Nodes;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Domain;

/// <summary>How a result reached the applicant.</summary>
internal enum HandOverMethod { InPerson, Post, Electronic }

/// <summary>What a dossier has to do with others: consents, officials' decisions, other dossiers of its group, and its end by hand.</summary>
internal sealed partial class Dossier
{
    /// <summary>What officials filled in, by field (<c>office.</c> and its id); the last word of each.</summary>
    public JsonObject Decisions { get; private set; } = [];

    /// <summary>Who is asked for their consent at this step.</summary>
    public Guid? ConsenterId { get; private set; }

    /// <summary>Dossiers filed from one form share it.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>The dossier whose end filed this one.</summary>
    public Guid? FollowsId { get; init; }

    /// <summary>By when the office of a dossier that another one filed must take it up; null once it has.</summary>
    public DateTimeOffset? AcknowledgeBy { get; private set; }

    /// <summary>The limit it is bound to.</summary>
    public ProcedureTimeLimit LimitOf(Procedure procedure) => procedure.LimitFor(Answers, FollowsId is not null);

    /// <summary>The same in words.</summary>
    public Words LimitInWords(Procedure procedure) =>
        FollowsId is not null && procedure.Texts.TimeLimitInGroup is { } inGroup ? inGroup : procedure.Texts.TimeLimit;

    /// <summary>Whether an effect was done: what is in the registers isn't withdrawn.</summary>
    public bool EffectDone { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }
    public HandOverMethod? HandedOverBy { get; private set; }

    /// <summary>Whether a party may do this now, whatever the procedure says.</summary>
    public bool Allows(BuiltIn action, DossierParty party) =>
        DossierLifecycle.Allows(State, action, party) && PendingEffectId is null && !(action == BuiltIn.Withdraw && EffectDone);

    /// <summary>Puts what an official filled in over what was there.</summary>
    public void Decide(JsonObject decisions)
    {
        var merged = (JsonObject)Decisions.DeepClone();
        foreach (var (field, value) in decisions)
            merged[field] = value?.DeepClone();
        Decisions = merged;
    }

    /// <summary>Answers and officials' decisions together: what conditions and mappings read.</summary>
    public JsonObject AllAnswers()
    {
        var all = (JsonObject)Answers.DeepClone();
        foreach (var (field, value) in Decisions)
            all[field] = value?.DeepClone();
        return all;
    }

    /// <summary>Waits for somebody's consent at the step just entered.</summary>
    public void AskConsent(Guid person) => ConsenterId = person;

    /// <summary>Belongs to a group from now on.</summary>
    public void Join(Guid group) => GroupId ??= group;

    /// <summary>Was filed by another dossier's end: its office takes it up in time or is reminded.</summary>
    public void ExpectAcknowledgement(DateTimeOffset by) => AcknowledgeBy = by;

    public void Acknowledge() => AcknowledgeBy = null;

    public void MarkEffectDone() => EffectDone = true;

    /// <summary>Ends at the applicant's wish (state 7).</summary>
    public void Withdraw(DateTimeOffset now) => EndBuiltIn(BuiltIn.Withdraw, DossierParty.Applicant, DossierLifecycle.Withdrawn, () => EndedAt = now);

    /// <summary>The result reached the applicant (state 10); the end counted is that of state 9.</summary>
    public void HandOver(HandOverMethod method, DateTimeOffset now) =>
        EndBuiltIn(BuiltIn.HandOver, DossierParty.ReceivingOffice, DossierLifecycle.HandedOver, () => (HandedOverAt, HandedOverBy) = (now, method));

    private void EndBuiltIn(BuiltIn action, DossierParty party, int state, Action mark)
    {
        if (!Allows(action, party))
            throw new InvalidOperationException($"{action} isn't possible in state {State}.");
        (State, SilenceAt, ConsenterId, AcknowledgeBy) = (state, null, null, null);
        mark();
    }

    private static string StateWord(int state) => FormattableString.Invariant($"state-{state}");
}
