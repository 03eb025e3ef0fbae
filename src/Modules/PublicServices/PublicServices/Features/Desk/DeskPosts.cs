using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;

namespace Project06.PublicServices.Features.Desk;

/// <summary>
/// The posts from which somebody works at a desk. A post without one opens nothing of its organisation, whatever another post
/// of the same person allows elsewhere: rights are pairs of organisation and role.
/// </summary>
internal static class DeskPosts
{
    private static readonly string[] WithoutDesk = [Roles.PostalClerk, Roles.OrganisationAdministrator, Roles.Administrator];

    public static IEnumerable<ActorPost> AtDesk(this Actor actor) => actor.Posts.Where(post => !WithoutDesk.Contains(post.Role));

    /// <summary>The organisations at whose desks the actor works.</summary>
    public static string[] Desks(this Actor actor) => [.. actor.AtDesk().Select(post => post.OrganisationCode).Distinct()];
}
