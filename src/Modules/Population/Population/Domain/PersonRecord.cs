using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;

namespace Project06.Population.Domain;

/// <summary>A person's row in the population database (Law on Identification 26/2023/QH15, art. 9).</summary>
internal sealed class PersonRecord
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required string Surname { get; init; }
    public required string MiddleName { get; init; }
    public required string GivenName { get; init; }
    public required string FoldedName { get; init; }
    public required Sex Sex { get; init; }
    public required DateOnly BirthDate { get; init; }
    public required DatePrecision BirthPrecision { get; init; }
    public required string EthnicCode { get; init; }
    /// <summary>Two official orders share the two digits: a code without its system says nothing.</summary>
    public required string EthnicCodeSystem { get; init; }
    public string? ReligionCode { get; init; }
    public required string Nationality { get; init; }
    public required string NativePlace { get; init; }
    public string? BirthPlace { get; init; }
    /// <summary>Commune that registered the birth, as a code of that day.</summary>
    public string? BirthRegistrationUnit { get; init; }
    public required string ResidenceUnit { get; set; }
    public required string ResidenceAddress { get; set; }
    public Guid? HouseholdId { get; private set; }
    public HouseholdRelation? RelationToHead { get; private set; }
    public required MaritalStatus MaritalStatus { get; init; }
    public Guid? SpouseId { get; init; }
    public DateOnly? MarriageDate { get; init; }
    public string? MarriageEntryNo { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public DateOnly? DiedOn { get; init; }
    /// <summary>The birth entry this person came from; one entry makes one person, however often it is told.</summary>
    public Guid? CreatedByEntry { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public string FullName => WriteName(Surname, MiddleName, GivenName);

    /// <summary>Belongs to a household from now on; the membership's versions say since when.</summary>
    public void Join(Household home, HouseholdRelation relation) =>
        (ResidenceUnit, ResidenceAddress, HouseholdId, RelationToHead) = (home.UnitCode, home.Address, home.Id, relation);

    public void LeaveHousehold() => (HouseholdId, RelationToHead) = (null, null);

    public bool IsUnder18(DateOnly on) => BirthDate.AddYears(18) > on;

    public static string WriteName(string surname, string middleName, string givenName) =>
        string.Join(' ', new[] { surname, middleName, givenName }.Where(p => p.Length > 0));

    public static string FoldName(string surname, string middleName, string givenName) =>
        VietnameseText.Fold(WriteName(surname, middleName, givenName));

    /// <param name="headId">Head of the person's household.</param>
    public Person ToContract(Guid? headId) => new(
        Id, Number, Surname, MiddleName, GivenName, Sex, BirthDate, BirthPrecision, EthnicCode, Nationality, NativePlace,
        ResidenceUnit, ResidenceAddress, MaritalStatus,
        MaritalStatus == MaritalStatus.Married && SpouseId is { } spouse && MarriageDate is { } day
            ? new Marriage(spouse, day, MarriageEntryNo ?? "")
            : null,
        Email, DiedOn is null, Phone, DiedOn, HouseholdId, headId, RelationToHead);
}

/// <summary>Who is whose mother or father; one of each at most.</summary>
internal sealed class Parentage
{
    public required Guid ChildId { get; init; }
    public required Guid ParentId { get; init; }
    public required ParentKind Kind { get; init; }
}

internal enum ParentKind
{
    Mother, Father,
}
