using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;
using Project06.Steering.Contracts;
using Project06.Transparency.Contracts;

namespace Project06.EIdentification.Domain;

/// <summary>The one table of who may do what. Territory and organisation narrow it further, in the modules' queries.</summary>
internal static class RolePermissions
{
    /// <summary>What everybody with an account may do.</summary>
    private static readonly string[] Citizen =
    [
        PublicServicesPermissions.File,
        EIdentificationPermissions.OwnAccount,
        TransparencyPermissions.OwnAccessLog,
        CivilStatusPermissions.OwnCertificates,
    ];

    private static readonly Dictionary<string, string[]> ByRole = new()
    {
        [Roles.ReceivingClerk] = [PublicServicesPermissions.Desk, PublicServicesPermissions.Counter, PublicServicesPermissions.Cashier, EIdentificationPermissions.Activate],
        [Roles.CentreHead] = [PublicServicesPermissions.Desk, SteeringPermissions.Figures, PublicServicesPermissions.OverseeFees, PublicServicesPermissions.AnswerComplaints, TransparencyPermissions.AnswerDisputes],
        [Roles.CivilStatusOfficer] = [PublicServicesPermissions.Desk, CivilStatusPermissions.KeepRegister],
        [Roles.CommuneLeader] =
        [
            PublicServicesPermissions.Desk,
            CivilStatusPermissions.KeepRegister,
            CivilStatusPermissions.SignCertificates,
            SteeringPermissions.Figures,
            PublicServicesPermissions.AnswerComplaints,
            TransparencyPermissions.AnswerDisputes,
        ],
        [Roles.PoliceOfficer] = [PublicServicesPermissions.Desk, PublicServicesPermissions.Cashier, EIdentificationPermissions.Activate],
        [Roles.PoliceLeader] = [PublicServicesPermissions.Desk, SteeringPermissions.Figures, PublicServicesPermissions.OverseeFees, EIdentificationPermissions.Activate, PublicServicesPermissions.AnswerComplaints, TransparencyPermissions.AnswerDisputes],
        [Roles.RecordsOfficer] = [PublicServicesPermissions.Desk, PublicServicesPermissions.Cashier],
        [Roles.RecordsLeader] = [PublicServicesPermissions.Desk, SteeringPermissions.Figures, PublicServicesPermissions.OverseeFees, PublicServicesPermissions.AnswerComplaints, TransparencyPermissions.AnswerDisputes],
        [Roles.PostalClerk] = [PublicServicesPermissions.Counter, PublicServicesPermissions.Cashier, EIdentificationPermissions.Activate],
        [Roles.OrganisationAdministrator] = [EIdentificationPermissions.Staff],
        [Roles.Administrator] = [SteeringPermissions.Figures, EIdentificationPermissions.Operate, PublicServicesPermissions.OverseeFees, TransparencyPermissions.AnswerDisputes],
    };

    public static IReadOnlyCollection<string> AllRoles => ByRole.Keys;

    /// <summary>The permissions of an account that holds these roles now.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> roles) =>
        Citizen.Concat(roles.SelectMany(role => ByRole.GetValueOrDefault(role, []))).Distinct();
}
