using Project06.EIdentification.Contracts;

namespace Project06.EIdentification.Domain;

/// <summary>The one table of which roles there are in which kind of organisation, and for which a deputy may stand in.</summary>
internal static class StaffRoles
{
    private static readonly Dictionary<string, string[]> ByKind = new()
    {
        [OrganisationKinds.CommuneServiceCentre] = [Roles.ReceivingClerk, Roles.CentreHead],
        [OrganisationKinds.CommunePeoplesCommittee] = [Roles.CivilStatusOfficer, Roles.CommuneLeader, Roles.OrganisationAdministrator],
        [OrganisationKinds.CommunePolice] = [Roles.PoliceOfficer, Roles.PoliceLeader, Roles.OrganisationAdministrator],
        [OrganisationKinds.ProvincialPolice] = [Roles.RecordsOfficer, Roles.RecordsLeader, Roles.OrganisationAdministrator],
        [OrganisationKinds.PostOffice] = [Roles.PostalClerk, Roles.OrganisationAdministrator],
        // The system's administrators aren't appointed through a page.
        [OrganisationKinds.Operator] = [],
    };

    private static readonly string[] Leaders = [Roles.CentreHead, Roles.CommuneLeader, Roles.PoliceLeader, Roles.RecordsLeader];

    public static IReadOnlyList<string> Of(string organisationKind) => ByKind.GetValueOrDefault(organisationKind, []);

    public static bool IsLeader(string role) => Leaders.Contains(role);
}
