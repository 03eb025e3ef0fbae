using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers;

/// <summary>Who may see a dossier and who may move it: the office it lies with, the applicant, nobody else.</summary>
internal static class DossierAccess
{
    /// <summary>The organisation of a dossier that an office of the procedure stands for.</summary>
    public static string OrganisationOf(this Dossier dossier, OfficePlace office) =>
        office == OfficePlace.Receiving ? dossier.ReceivingOrganisation : dossier.DecidingOrganisation;

    /// <summary>The post from which an official sees the dossier, or null when it isn't their office's.</summary>
    public static ActorPost? PostFor(Dossier dossier, Actor actor) => actor.AtDesk().FirstOrDefault(p =>
        p.OrganisationCode == dossier.ReceivingOrganisation || p.OrganisationCode == dossier.DecidingOrganisation);

    /// <summary>The post that takes the actions of a step; null when none of the actor's does.</summary>
    public static ActorPost? PostFor(Dossier dossier, Step step, Actor actor) => step.Actor == StepActor.Office && !Concerns(dossier, actor)
        ? actor.Posts.FirstOrDefault(p => p.Role == step.Role && p.OrganisationCode == dossier.OrganisationOf(step.Office!.Value))
        : null;

    /// <summary>Nobody acts for the office on a dossier that they filed or are named in: a colleague does.</summary>
    public static bool Concerns(Dossier dossier, Actor actor) =>
        actor.PersonId == dossier.ApplicantId || AnswerValues.PersonIds(dossier.Answers).Contains(actor.PersonId);

    /// <summary>What the actor is to the dossier, for what every procedure has; a receiving office that decides too counts as receiving.</summary>
    public static DossierParty PartyOf(Dossier dossier, Actor actor) =>
        actor.PersonId == dossier.ApplicantId ? DossierParty.Applicant
        : Concerns(dossier, actor) ? dossier.ConsenterId == actor.PersonId ? DossierParty.Consenter : DossierParty.Stranger
        : actor.AtDesk().Any(p => p.OrganisationCode == dossier.ReceivingOrganisation) ? DossierParty.ReceivingOffice
        : actor.AtDesk().Any(p => p.OrganisationCode == dossier.DecidingOrganisation) ? DossierParty.DecidingOffice
        : DossierParty.Stranger;

    /// <summary>As whom the actor may act at a step; null when not at all.</summary>
    public static Mover? MoverFor(Dossier dossier, Step step, Actor actor)
    {
        if (step.Actor == StepActor.Applicant)
            return actor.PersonId == dossier.ApplicantId ? new Mover(actor.PersonId, null, null) : null;
        if (step.Actor == StepActor.Consenter)
            return AnswerValues.PersonId(dossier.Answers[step.Consenter!]) == actor.PersonId ? new Mover(actor.PersonId, null, null) : null;
        return PostFor(dossier, step, actor) is { } post ? new Mover(actor.PersonId, post.OrganisationCode, post.Role) : null;
    }
}
