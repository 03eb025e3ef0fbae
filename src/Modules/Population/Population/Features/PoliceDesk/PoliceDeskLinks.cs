using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;

namespace Project06.Population.Features.PoliceDesk;

/// <summary>Addresses and posts of the commune police in this module.</summary>
internal static class PoliceDeskLinks
{
    public const string Headless = "/population/households";

    public static string Household(Guid id) => $"/population/households/{id}";

    /// <summary>The posts at a commune's police that the actor holds now.</summary>
    public static IReadOnlyList<ActorPost> PolicePosts(this Actor actor) =>
        [.. actor.Posts.Where(p => p.OrganisationKind == OrganisationKinds.CommunePolice)];
}
