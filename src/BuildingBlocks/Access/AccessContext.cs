using Project06.BuildingBlocks.Actors;

namespace Project06.BuildingBlocks.Access;

/// <summary>Who looks at personal data, for whom and why. Every request that returns such data takes one.</summary>
/// <param name="ActorAccountId">The looking account; null for a machine.</param>
/// <param name="ActorPersonId">The person behind it: what they see of themselves isn't recorded.</param>
/// <param name="OrganisationCode">The organisation on whose behalf; null for a citizen acting for themselves.</param>
/// <param name="OrganisationName">Its name as shown to the person looked at.</param>
/// <param name="Purpose">One of <see cref="AccessPurposes"/>.</param>
/// <param name="ProcedureCode">The procedure this serves, if any.</param>
/// <param name="DossierCode">The dossier this serves, if any.</param>
public sealed record AccessContext(
    Guid? ActorAccountId, Guid? ActorPersonId, string? OrganisationCode, string? OrganisationName,
    string Purpose, string? ProcedureCode = null, string? DossierCode = null)
{
    /// <summary>A citizen looking on their own behalf; or whoever helps them at a counter, who is then the one that looks.</summary>
    public static AccessContext Citizen(Actor actor, string purpose, string? procedure = null, string? dossier = null) =>
        actor.Helper is { } helper
            ? new(actor.AccountId, helper.PersonId, helper.Post.OrganisationCode, helper.Post.OrganisationName, AccessPurposes.Assist, procedure, dossier)
            : new(actor.AccountId, actor.PersonId, null, null, purpose, procedure, dossier);

    /// <summary>An official looking from a post.</summary>
    public static AccessContext Official(
        Actor actor, ActorPost post, string purpose, string? procedure = null, string? dossier = null) =>
        new(actor.AccountId, actor.PersonId, post.OrganisationCode, post.OrganisationName, purpose, procedure, dossier);
}

/// <summary>Why data is looked at. Each has a text in both languages on the person's own access log.</summary>
public static class AccessPurposes
{
    /// <summary>Known answers shown in a form being filled in.</summary>
    public const string FillForm = "fill-form";
    /// <summary>A citizen reads their own dossier, which names others.</summary>
    public const string ReadOwnDossier = "read-own-dossier";
    /// <summary>Who is asked for their consent reads what it is about.</summary>
    public const string Consent = "consent";
    /// <summary>A citizen reads their own record or household, which names relatives.</summary>
    public const string OwnRecord = "own-record";
    /// <summary>The list of dossiers waiting in an office.</summary>
    public const string Queue = "queue";
    /// <summary>Receiving and checking a dossier.</summary>
    public const string Receive = "receive";
    /// <summary>Examining and deciding a dossier.</summary>
    public const string Decide = "decide";
    /// <summary>Keeping the civil-status register.</summary>
    public const string Register = "register";
    /// <summary>An official hands work to a colleague, whose name is shown for it.</summary>
    public const string Assign = "assign";
    /// <summary>An office answers what another asked it about a dossier.</summary>
    public const string Opinion = "opinion";
    /// <summary>Helping a citizen at a counter, with their yes.</summary>
    public const string Assist = "assist";
    /// <summary>The head of an office answers a citizen's complaint.</summary>
    public const string Complaint = "complaint";
    /// <summary>Answering somebody who disputes a look at their data.</summary>
    public const string Dispute = "dispute";
    /// <summary>Finding a person by name or number.</summary>
    public const string Search = "search";
    /// <summary>Activating an account, or giving its owner new ways to sign in, before a clerk.</summary>
    public const string ActivateAccount = "activate-account";
    /// <summary>Appointing staff of one's own organisation.</summary>
    public const string Staff = "staff";
    /// <summary>Whoever holds a printed paper looks whether it is valid (QR); nobody need be signed in.</summary>
    public const string VerifyPaper = "verify-paper";
}

/// <summary>Which parts of a record were shown, as codes with texts in both languages.</summary>
public static class PersonFields
{
    /// <summary>Field codes.</summary>
    public const string Name = "name", Number = "number", BirthDate = "birth-date", Sex = "sex",
        Ethnicity = "ethnicity", Nationality = "nationality", Residence = "residence", NativePlace = "native-place",
        Kinship = "kinship", Marriage = "marriage", Contact = "contact", Absence = "absence",
        Papers = "papers";
}

/// <summary>One person shown, with the fields shown of them (<see cref="PersonFields"/>).</summary>
public sealed record PersonShown(Guid PersonId, IReadOnlyCollection<string> Fields);
