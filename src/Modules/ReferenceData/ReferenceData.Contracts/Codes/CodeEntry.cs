namespace Project06.ReferenceData.Contracts;

/// <summary>
/// One value of a code table. Two systems may use the same code for different things (ethnic group 04 is Hoa
/// in the order of 1979 and Mường in QCVN 109), so the system is always stored with the code.
/// </summary>
/// <param name="System">Code system, one of <see cref="CodeSystems"/>.</param>
/// <param name="Code">The code, as text.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="SortOrder">Place in a list that people choose from.</param>
/// <param name="ValidFrom">First day in force; null: always.</param>
/// <param name="ValidTo">Last day in force, inclusive; null: still.</param>
/// <param name="LegalBasis">Text that the table comes from.</param>
/// <param name="Verified">Whether the value was read in that text or in a source that quotes it.</param>
public sealed record CodeEntry(
    string System,
    string Code,
    string NameVi,
    string NameEn,
    int SortOrder,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string LegalBasis,
    bool Verified)
{
    /// <summary>Whether the value was in force on the given day.</summary>
    /// <param name="on">A day in Viet Nam.</param>
    public bool IsValidOn(DateOnly on) =>
        (ValidFrom is null || ValidFrom <= on) && (ValidTo is null || on <= ValidTo);
}

/// <summary>Names of the code systems that ship with the product.</summary>
public static class CodeSystems
{
    /// <summary>The 54 ethnic groups, Decision 121-TCTK/PPCĐ of 1979.</summary>
    public const string EthnicGroup = "ethnic-group/qd-121-tctk-1979";

    /// <summary>Countries, ISO 3166-1 alpha-2; Vietnamese names are translations.</summary>
    public const string Country = "country/iso-3166-1-alpha-2";

    /// <summary>Sex, QCVN 109: 0 not known, 1 male, 2 female.</summary>
    public const string Sex = "sex/qcvn-109";

    /// <summary>Marital status, QCVN 109.</summary>
    public const string MaritalStatus = "marital-status/qcvn-109";

    /// <summary>Religions, QCVN 109.</summary>
    public const string Religion = "religion/qcvn-109";

    /// <summary>Who declares a birth, in relation to the child (Law 60/2014 art. 15).</summary>
    public const string BirthDeclarantRelation = "birth-declarant-relation";

    /// <summary>Who reports a death, in relation to the dead person (Law 60/2014 art. 33).</summary>
    public const string DeathDeclarantRelation = "death-declarant-relation";

    /// <summary>Where a child was born.</summary>
    public const string BirthPlaceKind = "birth-place-kind";

    /// <summary>Parent in a birth entry.</summary>
    public const string ParentageRelation = "parentage-relation";

    /// <summary>Relation to the head of a household.</summary>
    public const string HouseholdRelation = "household-relation";
}
