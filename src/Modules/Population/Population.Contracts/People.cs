using MediatR;
using Project06.BuildingBlocks.Access;

namespace Project06.Population.Contracts;

/// <summary>How much of a birth date is known; old papers give only the year.</summary>
public enum DatePrecision
{
    /// <summary>Day, month and year.</summary>
    Day,
    /// <summary>Month and year.</summary>
    Month,
    /// <summary>Year only.</summary>
    Year,
}

/// <summary>Sex as registered (QCVN 109).</summary>
public enum Sex
{
    /// <summary>Unknown.</summary>
    Unknown,
    /// <summary>Nam.</summary>
    Male,
    /// <summary>Nữ.</summary>
    Female,
}

/// <summary>Marital status (QCVN 109; divorced and widowed kept apart here).</summary>
public enum MaritalStatus
{
    /// <summary>Unknown.</summary>
    Unknown,
    /// <summary>Chưa kết hôn.</summary>
    Single,
    /// <summary>Đã kết hôn.</summary>
    Married,
    /// <summary>Ly hôn.</summary>
    Divorced,
    /// <summary>Goá.</summary>
    Widowed,
}

/// <summary>A person as the population database knows them, in the extent a procedure may see.</summary>
/// <param name="PersonId">Id between modules.</param>
/// <param name="Number">12 digits.</param>
/// <param name="Surname">Họ.</param>
/// <param name="MiddleName">Chữ đệm; may be empty or several words.</param>
/// <param name="GivenName">Tên.</param>
/// <param name="Sex">Sex.</param>
/// <param name="BirthDate">Birth date; only as exact as <paramref name="BirthPrecision"/>.</param>
/// <param name="BirthPrecision">How much of it is known.</param>
/// <param name="EthnicCode">Code of Decision 121-TCTK/1979.</param>
/// <param name="Nationality">ISO alpha-2.</param>
/// <param name="NativePlace">Quê quán, as written.</param>
/// <param name="ResidenceUnit">Commune code of permanent residence.</param>
/// <param name="ResidenceAddress">Address within the commune.</param>
/// <param name="MaritalStatus">Marital status.</param>
/// <param name="Marriage">The marriage in force, if any.</param>
/// <param name="Email">Contact e-mail, if any.</param>
/// <param name="IsAlive">False once a death is recorded.</param>
/// <param name="Phone">Contact phone, if any.</param>
/// <param name="DiedOn">Day of death, once recorded.</param>
/// <param name="HouseholdId">Household of permanent residence; null for the dead and for a newborn not yet registered there.</param>
/// <param name="HeadId">Head of that household; null while it waits for a successor.</param>
/// <param name="RelationToHead">Place in that household.</param>
public sealed record Person(
    Guid PersonId, string Number, string Surname, string MiddleName, string GivenName, Sex Sex,
    DateOnly BirthDate, DatePrecision BirthPrecision, string EthnicCode, string Nationality, string NativePlace,
    string ResidenceUnit, string ResidenceAddress, MaritalStatus MaritalStatus, Marriage? Marriage, string? Email, bool IsAlive,
    string? Phone = null, DateOnly? DiedOn = null, Guid? HouseholdId = null, Guid? HeadId = null,
    HouseholdRelation? RelationToHead = null)
{
    /// <summary>Họ, chữ đệm and tên, as written on papers.</summary>
    public string FullName => string.Join(' ', new[] { Surname, MiddleName, GivenName }.Where(p => p.Length > 0));
}

/// <summary>A registered marriage.</summary>
/// <param name="SpouseId">The other spouse.</param>
/// <param name="RegisteredOn">Day of registration.</param>
/// <param name="EntryNumber">Entry in the marriage register, such as 12/2023.</param>
public sealed record Marriage(Guid SpouseId, DateOnly RegisteredOn, string EntryNumber);

/// <summary>
/// Asks for people by id. One ledger row per person is committed before the answer leaves, except the asker's own.
/// Unknown ids are left out of the answer.
/// </summary>
/// <param name="PersonIds">Whom.</param>
/// <param name="Fields">What will be shown (<see cref="PersonFields"/>).</param>
/// <param name="Access">Who asks and why; null for work between modules that shows nobody anything.</param>
public sealed record FindPeople(
    IReadOnlyCollection<Guid> PersonIds, IReadOnlyCollection<string> Fields, AccessContext? Access)
    : IRequest<IReadOnlyList<Person>>;

/// <summary>Asks for one person by 12-digit number; null when there is none. Recorded like <see cref="FindPeople"/>.</summary>
public sealed record FindPersonByNumber(string Number, IReadOnlyCollection<string> Fields, AccessContext? Access)
    : IRequest<Person?>;

/// <summary>Asks for the living children of a person, oldest first. Recorded like <see cref="FindPeople"/>.</summary>
public sealed record FindChildrenOf(Guid PersonId, IReadOnlyCollection<string> Fields, AccessContext? Access)
    : IRequest<IReadOnlyList<Person>>;
