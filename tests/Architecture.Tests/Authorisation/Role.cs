using System.Reflection;
using System.Security.Claims;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;

namespace Project06.Architecture.Tests.Authorisation;

/// <summary>One column of the table: who comes.</summary>
/// <param name="Name">Heading.</param>
/// <param name="Account">The sample citizen who is given the post.</param>
/// <param name="OrganisationKind">Where the post is; null for those without one.</param>
internal sealed record Role(string Name, string? Account, string? OrganisationKind = null)
{
    public const string Anonymous = "anonymous", Citizen = "citizen";

    public static readonly IReadOnlyList<Role> All =
    [
        new(Anonymous, null),
        new(Citizen, "neighbour-01"),
        new(Roles.ReceivingClerk, "neighbour-02", OrganisationKinds.CommuneServiceCentre),
        new(Roles.CivilStatusOfficer, "neighbour-03", OrganisationKinds.CommunePeoplesCommittee),
        new(Roles.CommuneLeader, "neighbour-04", OrganisationKinds.CommunePeoplesCommittee),
        new(Roles.CentreHead, "neighbour-05", OrganisationKinds.CommuneServiceCentre),
        new(Roles.PoliceOfficer, "neighbour-06", OrganisationKinds.CommunePolice),
        new(Roles.PoliceLeader, "neighbour-08", OrganisationKinds.CommunePolice),
        new(Roles.RecordsOfficer, "neighbour-09", OrganisationKinds.ProvincialPolice),
        new(Roles.RecordsLeader, "neighbour-10", OrganisationKinds.ProvincialPolice),
        new(Roles.PostalClerk, "neighbour-11", OrganisationKinds.PostOffice),
        new(Roles.OrganisationAdministrator, "neighbour-12", OrganisationKinds.CommunePeoplesCommittee),
        new(Roles.Administrator, "neighbour-07", OrganisationKinds.Operator),
    ];

    /// <summary>Somebody with this role and the permissions EIdentification's table gives it.</summary>
    public ClaimsPrincipal Principal()
    {
        if (Name == Anonymous)
            return new ClaimsPrincipal(new ClaimsIdentity());
        var table = Assembly.Load("Project06.EIdentification").GetType("Project06.EIdentification.Domain.RolePermissions", throwOnError: true)!;
        var permissions = (IEnumerable<string>)table.GetMethod("Of")!.Invoke(null, [OrganisationKind is null ? Array.Empty<string>() : [Name]])!;
        var actor = new Actor(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Name, []);
        return new ClaimsPrincipal(new ClaimsIdentity(ActorClaims.Claims(actor, "bạn", permissions), "test"));
    }
}
