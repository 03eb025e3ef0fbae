using System.Security.Claims;
using Project06.BuildingBlocks.Actors;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;

namespace Project06.CivilStatus.Features.Registers;

/// <summary>The communes whose register an official keeps or signs in: by a post held there, not by any post.</summary>
internal static class RegisterPosts
{
    private static readonly string[] KeepingRoles = [Roles.CivilStatusOfficer, Roles.CommuneLeader];

    public static IReadOnlyList<ActorPost> Of(ClaimsPrincipal user) =>
        user.May(CivilStatusPermissions.KeepRegister) || user.May(CivilStatusPermissions.SignCertificates)
            ? [.. user.Actor().Posts.Where(p => KeepingRoles.Contains(p.Role))]
            : [];

    public static IReadOnlyList<string> UnitsOf(ClaimsPrincipal user) => [.. Of(user).Select(p => p.UnitCode).Distinct()];

    public static ActorPost? PostFor(ClaimsPrincipal user, string unitCode) => Of(user).FirstOrDefault(p => p.UnitCode == unitCode);

    /// <summary>The post whose commune a page is about: the named one, else the first.</summary>
    public static ActorPost? Choose(ClaimsPrincipal user, string? unitCode) =>
        unitCode is null ? Of(user).FirstOrDefault() : PostFor(user, unitCode);

    /// <summary>Whether the actor leads this commune: only a leader takes an entry out of force.</summary>
    public static bool Leads(ClaimsPrincipal user, string unitCode) =>
        user.Actor().Posts.Any(p => p.Role == Roles.CommuneLeader && p.UnitCode == unitCode);
}
