using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.ActivateForOthers;

/// <summary>From which post a clerk activates: the first that may.</summary>
internal static class Clerks
{
    public static ActorPost PostOf(Actor actor) =>
        actor.Posts.First(p => RolePermissions.Of([p.Role]).Contains(EIdentificationPermissions.Activate));

    /// <summary>Level 2 takes face and fingerprint before the police (Decree 69/2024/NĐ-CP); other offices see a document: level 1.</summary>
    public static bool MayAssureLevelTwo(ActorPost post) => post.OrganisationKind is OrganisationKinds.CommunePolice;

    public static AccessContext Access(Actor actor) => AccessContext.Official(actor, PostOf(actor), AccessPurposes.ActivateAccount);
}
