using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Contracts;

/// <summary>
/// Writes a birth in this year's birth book of the deciding commune (Law 60/2014 art. 14–16): entry, then number
/// from the population database, then certificate. Answers done when the certificate is ready to sign.
/// </summary>
[ProcedureName("civil-status.register-birth")]
public sealed record RegisterBirth(
    string ChildSurname, string? ChildMiddleName, string ChildGivenName, string ChildSex, DateOnly ChildBirthDate,
    string ChildBirthPlace, string ChildEthnicCode, string ChildNationality, string ChildNativePlace,
    Guid? MotherId, Guid? FatherId, string? BirthNoticeCode, Guid RequesterId, string RequesterRelation) : IProcedureEffect;

/// <summary>An officer confirms that the child is another one than the look-alike (twins): the number is issued.</summary>
[ProcedureName("civil-status.confirm-distinct-child")]
public sealed record ConfirmDistinctChild : IProcedureEffect;

/// <summary>
/// An officer confirms that the child is the very person it looks like, registered again after the first entry went out
/// of force: that person's number stands in this entry. Refused while another entry of that person is in force.
/// </summary>
[ProcedureName("civil-status.confirm-same-child")]
public sealed record ConfirmSameChild : IProcedureEffect;

/// <summary>The commune's leader signs the certificate; answers done with the final certificate.</summary>
[ProcedureName("civil-status.sign-birth-certificate")]
public sealed record SignBirthCertificate : IProcedureEffect;

/// <summary>Whether a birth can be registered as declared; looked at while filling in and again at submission.</summary>
[ProcedureName("civil-status.birth")]
public sealed record CheckBirth(
    string? ChildSurname, string? ChildMiddleName, string? ChildGivenName, DateOnly? ChildBirthDate,
    Guid? MotherId, Guid? FatherId, string? BirthNoticeCode) : IProcedureCheck;
