using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Project06.DemoNation;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Demo;

/// <summary>A role at a kind of organisation of a commune (or, without a commune, at the operator).</summary>
internal sealed record DemoPost(string Role, string Kind, string? UnitCode);

/// <summary>A sample account with the person behind it and the posts they hold.</summary>
internal sealed record DemoHolder(DemoAccount Account, DemoPerson Person, IReadOnlyList<DemoPost> Posts);

/// <summary>Which people of the sample nation have accounts, and how they sign in.</summary>
internal static class DemoPeople
{
    public const string Password = "Mau-2026-du-lieu!";
    private const string NeighbourPrefix = "neighbour-";
    private const int FewestNeighbours = 60, MostNeighbours = 240;

    /// <summary>Short names of the accounts that are told.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "mother", "father", "clerk", "officer", "leader", "admin", "police", "newborn-mother", "newborn-father", "long-name",
        "other-mother", "other-father", "other-clerk", "other-officer", "other-leader", "other-police",
        "police-leader", "records-officer", "records-leader", "postal-clerk", "staff-admin", "head", "elder", "widow", "heir",
    ];

    public static bool IsKey(string key) => Keys.Contains(key) || key.StartsWith(NeighbourPrefix, StringComparison.Ordinal);

    public static IReadOnlyList<DemoAccount> Told(Nation nation) => [.. Cast(nation).Select(h => h.Account)];

    public static IReadOnlyList<DemoAccount> Neighbours(Nation nation) => [.. NeighbourHolders(nation).Select(h => h.Account)];

    public static IReadOnlyList<DemoHolder> All(Nation nation) => [.. Cast(nation), .. NeighbourHolders(nation)];

    /// <summary>The key of an account's code app, the same at every start.</summary>
    public static string AuthenticatorKey(ulong seed, string key) => OneTimeCodes.ToBase32(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"sample data {seed}")), Encoding.UTF8.GetBytes(key)).AsSpan(0, 20));

    private static List<DemoHolder> Cast(Nation nation)
    {
        const string ward = DemoNationOptions.WardCode, rural = DemoNationOptions.RuralCommuneCode, province = "01";
        var cast = nation.Cast;
        var officials = RuralOfficials(nation);
        var more = DemoNeighbourhood.Of(nation, [.. CastIds(nation), .. NeighbourHolders(nation).Select(n => n.Person.Id)]);
        return
        [
            Holder("mother", "người mẹ", "a mother", cast.Mother),
            Holder("father", "người cha", "a father", cast.Father),
            Holder("clerk", "cán bộ tiếp nhận", "receiving clerk", cast.Clerk,
                new DemoPost(Roles.ReceivingClerk, OrganisationKinds.CommuneServiceCentre, ward)),
            Holder("officer", "công chức tư pháp – hộ tịch", "civil-status officer", cast.CivilStatusOfficer,
                new DemoPost(Roles.CivilStatusOfficer, OrganisationKinds.CommunePeoplesCommittee, ward)),
            Holder("leader", "lãnh đạo phường", "leader of the ward", cast.Leader,
                new DemoPost(Roles.CommuneLeader, OrganisationKinds.CommunePeoplesCommittee, ward),
                new DemoPost(Roles.CentreHead, OrganisationKinds.CommuneServiceCentre, ward)),
            Holder("admin", "quản trị hệ thống", "administrator", cast.Administrator,
                new DemoPost(Roles.Administrator, OrganisationKinds.Operator, null)),
            Holder("police", "cán bộ công an phường", "police officer of the ward", cast.PoliceOfficer,
                new DemoPost(Roles.PoliceOfficer, OrganisationKinds.CommunePolice, ward)),
            Holder("newborn-mother", "mẹ của bé mới sinh", "mother of a newborn", cast.MotherOfNewborn),
            Holder("newborn-father", "cha của bé mới sinh", "father of a newborn", cast.FatherOfNewborn),
            Holder("long-name", "người có tên dài", "a person with a long name", cast.LongName),
            Holder("other-mother", "người mẹ ở xã khác", "a mother in another commune", cast.OtherMother),
            Holder("other-father", "người cha ở xã khác", "a father in another commune", cast.OtherFather),
            Holder("other-clerk", "cán bộ tiếp nhận ở xã khác", "receiving clerk of another commune", cast.OtherClerk,
                new DemoPost(Roles.ReceivingClerk, OrganisationKinds.CommuneServiceCentre, rural)),
            Holder("other-officer", "công chức hộ tịch ở xã khác", "civil-status officer of another commune", officials[0],
                new DemoPost(Roles.CivilStatusOfficer, OrganisationKinds.CommunePeoplesCommittee, rural)),
            Holder("other-leader", "lãnh đạo xã khác", "leader of another commune", officials[1],
                new DemoPost(Roles.CommuneLeader, OrganisationKinds.CommunePeoplesCommittee, rural),
                new DemoPost(Roles.CentreHead, OrganisationKinds.CommuneServiceCentre, rural)),
            Holder("other-police", "cán bộ công an xã khác", "police officer of another commune", cast.OtherPoliceOfficer,
                new DemoPost(Roles.PoliceOfficer, OrganisationKinds.CommunePolice, rural)),
            Holder("police-leader", "trưởng công an phường", "head of the ward’s police", more.Officials[0],
                new DemoPost(Roles.PoliceLeader, OrganisationKinds.CommunePolice, ward)),
            Holder("records-officer", "cán bộ hồ sơ công an thành phố", "records officer of the city’s police", more.Officials[1],
                new DemoPost(Roles.RecordsOfficer, OrganisationKinds.ProvincialPolice, province)),
            Holder("records-leader", "lãnh đạo công an thành phố", "leader at the city’s police", more.Officials[2],
                new DemoPost(Roles.RecordsLeader, OrganisationKinds.ProvincialPolice, province)),
            Holder("postal-clerk", "nhân viên bưu cục", "clerk at the post office", more.Officials[3],
                new DemoPost(Roles.PostalClerk, OrganisationKinds.PostOffice, ward)),
            Holder("staff-admin", "quản trị đơn vị của phường", "administrator of the ward’s offices", more.Officials[4],
                new DemoPost(Roles.OrganisationAdministrator, OrganisationKinds.CommunePeoplesCommittee, ward)),
            Holder("head", "chủ hộ", "head of a household", more.Head),
            Holder("elder", "người cao tuổi", "an old person", more.Elder),
            Holder("widow", "vợ hoặc chồng của người cao tuổi", "the old person’s spouse", more.Widow),
            Holder("heir", "con của người cao tuổi", "the old person’s child", more.Heir),
        ];

        DemoHolder Holder(string key, string titleVi, string titleEn, DemoPerson person, params DemoPost[] posts) =>
            HolderOf(nation, key, titleVi, titleEn, person, posts);
    }

    private static List<DemoHolder> NeighbourHolders(Nation nation)
    {
        var taken = CastIds(nation);
        return
        [
            .. nation.People.Where(p => p.DeathDate is null && p.CommuneCode == DemoNationOptions.WardCode && !taken.Contains(p.Id)
                && p is { Sex: DemoSex.Female, MaritalStatus: DemoMaritalStatus.Married, SpouseId: not null }
                && AgeOf(nation, p) is >= 22 and <= 42)
            // More in a larger nation, for measuring many at once.
            .Take(Math.Clamp(nation.Options.People / 4000, FewestNeighbours, MostNeighbours))
            .Select((person, i) => HolderOf(nation, string.Create(CultureInfo.InvariantCulture, $"{NeighbourPrefix}{i + 1:00}"),
                "người cùng phường", "a neighbour", person)),
        ];
    }

    // Two of the rural commune's people whom the cast doesn't name.
    private static List<DemoPerson> RuralOfficials(Nation nation)
    {
        var taken = CastIds(nation);
        return
        [
            .. nation.People
                .Where(p => p.DeathDate is null && p.CommuneCode == DemoNationOptions.RuralCommuneCode && !taken.Contains(p.Id)
                    && AgeOf(nation, p) is >= 30 and <= 50)
                .Take(2),
        ];
    }

    private static HashSet<Guid> CastIds(Nation nation) => nation.Cast is var c ?
    [
        c.Mother.Id, c.Father.Id, c.Clerk.Id, c.CivilStatusOfficer.Id, c.Leader.Id, c.Administrator.Id, c.PoliceOfficer.Id,
        c.OtherMother.Id, c.OtherFather.Id, c.OtherClerk.Id, c.OtherPoliceOfficer.Id, c.MotherOfNewborn.Id, c.FatherOfNewborn.Id,
        c.Newborn.Id, c.LongName.Id,
    ] : [];

    private static int AgeOf(Nation nation, DemoPerson person) => YearOf(nation) - person.BirthDate.Year;

    public static int YearOf(Nation nation) => nation.Options.Today == default ? 2026 : nation.Options.Today.Year;

    private static DemoHolder HolderOf(
        Nation nation, string key, string titleVi, string titleEn, DemoPerson person, params DemoPost[] posts) =>
        new(new DemoAccount(key, titleVi, titleEn, person.Id, person.FullName, person.Number, Password,
            AuthenticatorKey(nation.Options.Seed, key)), person, posts);
}
