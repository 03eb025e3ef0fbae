using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.Transparency.Data;

namespace Project06.Transparency.Features.Disputes;

/// <summary>Who answers a dispute: the head of the organisation that looked, or the administrator of the system; nobody in their own matter.</summary>
internal static class DisputeAccess
{
    private static readonly string[] Heads = [Roles.CentreHead, Roles.CommuneLeader, Roles.PoliceLeader, Roles.RecordsLeader];

    public static IQueryable<AccessDispute> AnswerableBy(this IQueryable<AccessDispute> disputes, Actor actor)
    {
        var others = disputes.Where(d => d.PersonId != actor.PersonId);
        if (actor.Posts.Any(p => p.Role == Roles.Administrator))
            return others;
        var headed = actor.Posts.Where(p => Heads.Contains(p.Role)).Select(p => p.OrganisationCode).Distinct().ToArray();
        return others.Where(d => headed.Contains(d.Organisation!));
    }

    /// <summary>The post from which the actor answers.</summary>
    public static ActorPost PostFor(AccessDispute dispute, Actor actor) =>
        actor.Posts.FirstOrDefault(p => p.OrganisationCode == dispute.Organisation && Heads.Contains(p.Role))
        ?? actor.Posts.First(p => p.Role == Roles.Administrator);
}
