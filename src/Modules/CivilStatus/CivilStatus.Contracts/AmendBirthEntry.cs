using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Contracts;

/// <summary>
/// Writes a note beside a birth entry in this year's book of changes of the deciding commune (Law 60/2014 art. 26–29).
/// Three different things: <c>change</c> (a new fact), <c>correction</c> (an error of the entry), <c>supplement</c> (what
/// the entry lacks). Answers done when the extract is ready to sign. Of the values only those of the field are read.
/// </summary>
/// <param name="Kind">change, correction or supplement.</param>
/// <param name="SubjectId">Whose birth entry.</param>
/// <param name="Field">name, birth-date, sex, birth-place, native-place, ethnicity or nationality.</param>
/// <param name="Surname">New surname.</param>
/// <param name="MiddleName">New middle name; empty for none.</param>
/// <param name="GivenName">New given name.</param>
/// <param name="BirthDate">New date of birth.</param>
/// <param name="Sex">New sex, a code of QCVN 109.</param>
/// <param name="BirthPlace">New place of birth.</param>
/// <param name="NativePlace">New native place.</param>
/// <param name="Ethnicity">New ethnic group, a code of Decision 121-TCTK/1979.</param>
/// <param name="Nationality">New nationality, ISO alpha-2.</param>
/// <param name="Ground">Why, in the requester's words.</param>
/// <param name="RequesterId">Who asks.</param>
[ProcedureName("civil-status.amend-birth-entry")]
public sealed record AmendBirthEntry(
    string Kind, Guid SubjectId, string Field, string? Surname, string? MiddleName, string? GivenName, DateOnly? BirthDate,
    string? Sex, string? BirthPlace, string? NativePlace, string? Ethnicity, string? Nationality, string Ground,
    Guid RequesterId) : IProcedureEffect;

/// <summary>The commune's leader signs the note's extract; the entry reads differently from then on.</summary>
[ProcedureName("civil-status.sign-change-extract")]
public sealed record SignChangeExtract : IProcedureEffect;

/// <summary>
/// Whether something of a birth entry can be changed, corrected or added as asked; says what stands in the register to
/// those the entry names.
/// </summary>
[ProcedureName("civil-status.amendment")]
public sealed record CheckAmendment(
    string? Kind, Guid? SubjectId, string? Field, string? Surname, string? MiddleName, string? GivenName, DateOnly? BirthDate,
    string? Sex, string? BirthPlace, string? NativePlace, string? Ethnicity, string? Nationality, bool? SubjectIsNine,
    Guid? RequesterId) : IProcedureCheck;
