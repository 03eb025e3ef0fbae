namespace Project06.DemoNation;

/// <summary>A synthetic person; nobody real. All text is NFC.</summary>
public sealed record DemoPerson
{
    /// <summary>Looks like a version 7 identifier, derived from seed and position.</summary>
    public required Guid Id { get; init; }

    /// <summary>12 digits: "0" + old province, century and sex, two digits of the birth year, six random digits.</summary>
    public required string Number { get; init; }

    /// <summary>Họ; empty for people known by one word only.</summary>
    public required string Surname { get; init; }

    /// <summary>Chữ đệm: none, one or several words.</summary>
    public required string MiddleName { get; init; }

    /// <summary>Tên.</summary>
    public required string GivenName { get; init; }

    /// <summary>The three parts in Vietnamese order.</summary>
    public required string FullName { get; init; }

    /// <summary>1 male, 2 female.</summary>
    public required DemoSex Sex { get; init; }

    /// <summary>First possible day where <see cref="BirthDatePrecision"/> is coarser than a day.</summary>
    public required DateOnly BirthDate { get; init; }

    /// <summary>What of <see cref="BirthDate"/> is known.</summary>
    public required DemoDatePrecision BirthDatePrecision { get; init; }

    /// <summary>Two digits of Decision 121-TCTK/PPCĐ (1979).</summary>
    public required string EthnicCode { get; init; }

    /// <summary>Two digits of QCVN 109 (01 Buddhist, 02 Catholic …, 99 other); null for none.</summary>
    public required string? ReligionCode { get; init; }

    /// <summary>Always "VN" here.</summary>
    public required string Nationality { get; init; }

    /// <summary>Two-digit code of the old (63) province where the birth was registered; the number starts with it.</summary>
    public required string BirthPlaceProvinceOld { get; init; }

    /// <summary>Quê quán: present-day commune code.</summary>
    public required string NativePlaceCommuneCode { get; init; }

    /// <summary>Quê quán as written on papers: "Phường Cửa Nam, Thành phố Hà Nội".</summary>
    public required string NativePlaceText { get; init; }

    /// <summary>Commune of permanent residence (the last one, for the dead).</summary>
    public required string CommuneCode { get; init; }

    /// <summary>House and street or village, without commune and province.</summary>
    public required string AddressLine { get; init; }

    /// <summary>Null for the dead.</summary>
    public required Guid? HouseholdId { get; init; }

    /// <summary>Null for the dead.</summary>
    public required DemoRelation? RelationToHead { get; init; }

    /// <summary>As counted by the census; the dead keep what they were at death.</summary>
    public required DemoMaritalStatus MaritalStatus { get; init; }

    /// <summary>Present or, for the widowed, late spouse; null for a spouse who is not in the nation (abroad).</summary>
    public required Guid? SpouseId { get; init; }

    /// <summary>Day of the marriage with <see cref="SpouseId"/>.</summary>
    public required DateOnly? MarriageDate { get; init; }

    /// <summary>Number in the marriage register, "12/2023".</summary>
    public required string? MarriageEntryNo { get; init; }

    /// <summary>Mother, living or dead, where known.</summary>
    public required Guid? MotherId { get; init; }

    /// <summary>Father, living or dead, where known.</summary>
    public required Guid? FatherId { get; init; }

    /// <summary>Null for the living.</summary>
    public required DateOnly? DeathDate { get; init; }

    /// <summary>Ten digits in the range 0100…, which no operator has.</summary>
    public required string? Phone { get; init; }

    /// <summary>An address at example.vn.</summary>
    public required string? Email { get; init; }
}

/// <summary>Sex, numbered as in QCVN 109.</summary>
public enum DemoSex : byte
{
    /// <summary>Nam.</summary>
    Male = 1,

    /// <summary>Nữ.</summary>
    Female = 2,
}

/// <summary>How much of a birth date is known.</summary>
public enum DemoDatePrecision : byte
{
    /// <summary>The day.</summary>
    Day = 0,

    /// <summary>Month and year; the day is written as the first.</summary>
    Month = 1,

    /// <summary>The year; the date is written as 1 January.</summary>
    Year = 2,
}

/// <summary>Marital status as the census counts it; the separated are still married in law.</summary>
public enum DemoMaritalStatus : byte
{
    /// <summary>Chưa vợ/chồng.</summary>
    NeverMarried = 0,

    /// <summary>Có vợ/chồng.</summary>
    Married = 1,

    /// <summary>Góa.</summary>
    Widowed = 2,

    /// <summary>Ly hôn.</summary>
    Divorced = 3,

    /// <summary>Ly thân.</summary>
    Separated = 4,
}

/// <summary>Relation of a member to the head of the household.</summary>
public enum DemoRelation : byte
{
    /// <summary>Chủ hộ.</summary>
    Head = 0,

    /// <summary>Vợ/chồng.</summary>
    Spouse = 1,

    /// <summary>Con.</summary>
    Child = 2,

    /// <summary>Con dâu/rể.</summary>
    ChildInLaw = 3,

    /// <summary>Cháu (con của con).</summary>
    Grandchild = 4,

    /// <summary>Bố/mẹ.</summary>
    Parent = 5,

    /// <summary>Bố/mẹ vợ hoặc chồng.</summary>
    ParentInLaw = 6,

    /// <summary>Anh/chị/em.</summary>
    Sibling = 7,

    /// <summary>Anh/chị/em dâu, rể.</summary>
    SiblingInLaw = 8,

    /// <summary>Cháu (con của anh/chị/em).</summary>
    NieceOrNephew = 9,

    /// <summary>Other relative or none.</summary>
    Other = 10,
}
