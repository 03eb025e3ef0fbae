namespace Project06.ReferenceData.Contracts;

/// <summary>The level of an administrative unit. Since 1 July 2025 there are two; districts remain for old papers only.</summary>
public enum UnitLevel
{
    /// <summary>Province or centrally run city; two-digit code.</summary>
    Province,

    /// <summary>District of the time before 1 July 2025; three-digit code. No unit of today has this level.</summary>
    District,

    /// <summary>Commune, ward or special zone; five-digit code.</summary>
    Commune,
}

/// <summary>What kind of unit it is; part of its full name.</summary>
public enum UnitType
{
    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Thành phố: centrally run, or (to 30 June 2025) within a province.</summary>
    City,

    /// <summary>Quận, to 30 June 2025.</summary>
    UrbanDistrict,

    /// <summary>Huyện, to 30 June 2025.</summary>
    RuralDistrict,

    /// <summary>Thị xã, to 30 June 2025.</summary>
    Town,

    /// <summary>Thị trấn, to 30 June 2025.</summary>
    Township,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Đặc khu, from 1 July 2025.</summary>
    SpecialZone,
}

/// <summary>
/// One version of an administrative unit. The same code has meant another place at another time
/// (15 was Yên Bái and is Lào Cai), so a code is only ever read together with a date.
/// </summary>
/// <param name="Code">Code of the National Statistics Office, as text: 2, 3 or 5 digits with leading zeros.</param>
/// <param name="Name">Name without its kind: <c>Ba Đình</c>.</param>
/// <param name="NameEn">Name without marks: <c>Ba Dinh</c>.</param>
/// <param name="FullName">Name with its kind: <c>Phường Ba Đình</c>.</param>
/// <param name="FullNameEn">English full name: <c>Ba Dinh Ward</c>.</param>
/// <param name="Level">Level of the unit.</param>
/// <param name="Type">Kind of the unit.</param>
/// <param name="ParentCode">Code of the unit above it in the same period; null for a province.</param>
/// <param name="ProvinceCode">Code of its province in the same period; its own code for a province.</param>
/// <param name="ValidFrom">First day of this version; null: before 1 November 2021, where the history begins.</param>
/// <param name="ValidTo">Last day of this version, inclusive; null: still in force.</param>
/// <param name="LegalBasis">Resolution that made this version, where known.</param>
public sealed record Unit(
    string Code,
    string Name,
    string NameEn,
    string FullName,
    string FullNameEn,
    UnitLevel Level,
    UnitType Type,
    string? ParentCode,
    string ProvinceCode,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string? LegalBasis)
{
    /// <summary>Whether this version was in force on the given day.</summary>
    /// <param name="on">A day in Viet Nam.</param>
    public bool IsValidOn(DateOnly on) =>
        (ValidFrom is null || ValidFrom <= on) && (ValidTo is null || on <= ValidTo);
}

/// <summary>One row of the conversion table of 1 July 2025: an old unit, or a part of it, went into a new commune.</summary>
/// <param name="OldLevel">Level of the old unit; five island districts went whole into special zones. Null for land without a unit.</param>
/// <param name="OldCode">Code of the old unit; null for land that had no code.</param>
/// <param name="OldProvinceCode">Code of the old unit's province, among the 63.</param>
/// <param name="NewCode">Code of the new commune.</param>
/// <param name="Relation"><c>full</c>, <c>part</c>, <c>unchanged</c>, … as the official table says.</param>
/// <param name="EffectiveDate">The day of the change.</param>
/// <param name="LegalBasis">Resolution of the change.</param>
/// <param name="Confirmed">Whether a second, independent table agrees.</param>
public sealed record UnitSuccession(
    UnitLevel? OldLevel,
    string? OldCode,
    string OldProvinceCode,
    string NewCode,
    string Relation,
    DateOnly EffectiveDate,
    string LegalBasis,
    bool Confirmed);

/// <summary>First three digits of personal identification numbers whose births were registered in one of the 63 old provinces.</summary>
/// <param name="Prefix">Three digits, <c>001</c> to <c>096</c>.</param>
/// <param name="OldProvinceCode">Code of the old province.</param>
/// <param name="OldProvinceName">Full name of the old province.</param>
/// <param name="LegalBasis">Where the code was published.</param>
public sealed record IdentityNumberPrefix(string Prefix, string OldProvinceCode, string OldProvinceName, string LegalBasis);

/// <summary>A prefix that a new number of a commune may get.</summary>
/// <param name="Prefix">The prefix and its old province.</param>
/// <param name="Predecessors">How many old units of that province are in the commune today.</param>
/// <param name="Verified">
/// False: no text that we have says which prefix follows the merger of the provinces; the old province
/// of the commune's ground is our reading.
/// </param>
public sealed record IdentityNumberPrefixCandidate(IdentityNumberPrefix Prefix, int Predecessors, bool Verified);
