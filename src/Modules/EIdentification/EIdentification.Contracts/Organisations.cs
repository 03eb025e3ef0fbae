using MediatR;

namespace Project06.EIdentification.Contracts;

/// <summary>Kinds of organisation that procedures name as offices.</summary>
public static class OrganisationKinds
{
    /// <summary>Trung tâm Phục vụ hành chính công of a commune: receives.</summary>
    public const string CommuneServiceCentre = "commune-service-centre";
    /// <summary>Ủy ban nhân dân of a commune: decides civil status.</summary>
    public const string CommunePeoplesCommittee = "commune-peoples-committee";
    /// <summary>Công an of a commune: residence.</summary>
    public const string CommunePolice = "commune-police";
    /// <summary>Công an of a province: judicial records.</summary>
    public const string ProvincialPolice = "provincial-police";
    /// <summary>Bưu cục: helps people file and hands over results; decides nothing.</summary>
    public const string PostOffice = "post-office";
    /// <summary>The operator of the system.</summary>
    public const string Operator = "operator";
}

/// <summary>Roles a post gives; the table role → permissions is one file in EIdentification.</summary>
public static class Roles
{
    /// <summary>Cán bộ tiếp nhận.</summary>
    public const string ReceivingClerk = "receiving-clerk";
    /// <summary>Lãnh đạo Trung tâm Phục vụ hành chính công: issues refusals.</summary>
    public const string CentreHead = "centre-head";
    /// <summary>Công chức tư pháp – hộ tịch.</summary>
    public const string CivilStatusOfficer = "civil-status-officer";
    /// <summary>Lãnh đạo Ủy ban nhân dân cấp xã: signs.</summary>
    public const string CommuneLeader = "commune-leader";
    /// <summary>Cán bộ Công an cấp xã: receives and decides residence matters.</summary>
    public const string PoliceOfficer = "police-officer";
    /// <summary>Trưởng Công an cấp xã: signs what the commune police decide.</summary>
    public const string PoliceLeader = "police-leader";
    /// <summary>Cán bộ hồ sơ nghiệp vụ of a provincial police.</summary>
    public const string RecordsOfficer = "records-officer";
    /// <summary>Lãnh đạo of a provincial police who signs judicial records.</summary>
    public const string RecordsLeader = "records-leader";
    /// <summary>Nhân viên bưu cục.</summary>
    public const string PostalClerk = "postal-clerk";
    /// <summary>Quản trị đơn vị: appoints and ends the posts of its own organisation.</summary>
    public const string OrganisationAdministrator = "organisation-administrator";
    /// <summary>Quản trị hệ thống.</summary>
    public const string Administrator = "administrator";
}

/// <summary>An organisation with its identification code (Decision 20/2020/QĐ-TTg shape; demo codes are unverified).</summary>
/// <param name="Code">Identification code, groups split by dots, ≤ 35 characters.</param>
/// <param name="Kind">One of <see cref="OrganisationKinds"/>.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="UnitCode">Administrative unit it serves.</param>
/// <param name="Address">Where people find it, and a phone number; may be empty.</param>
public sealed record Organisation(string Code, string Kind, string Name, string NameEn, string UnitCode, string Address)
{
    /// <summary>What stands for a unit where an organisation serves the whole country, which has no unit code.</summary>
    public const string WholeCountry = "00";
}

/// <summary>
/// Asks for the organisation of a kind that serves a unit today: the unit's own, else the one that serves its province,
/// else the one that serves the nation; null when there is none.
/// </summary>
public sealed record FindOrganisation(string Kind, string UnitCode) : IRequest<Organisation?>;

/// <summary>Asks for organisations by code; unknown codes are left out.</summary>
public sealed record FindOrganisations(IReadOnlyCollection<string> Codes) : IRequest<IReadOnlyList<Organisation>>;

/// <summary>Asks for where a person's account wants messages: an e-mail address, or null. Between modules.</summary>
public sealed record FindMailAddress(Guid PersonId) : IRequest<string?>;
