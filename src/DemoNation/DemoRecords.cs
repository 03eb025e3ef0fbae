namespace Project06.DemoNation;

/// <summary>People who share one legal dwelling.</summary>
public sealed record DemoHousehold(Guid Id, string CommuneCode, string AddressLine, Guid HeadId, IReadOnlyList<Guid> MemberIds);

/// <summary>A registered marriage; <see cref="EndedByDeath"/> where one of the two has died.</summary>
/// <param name="EntryNo">Unique within office and year, "12/2023".</param>
public sealed record DemoMarriage(Guid HusbandId, Guid WifeId, DateOnly Date, string OfficeCommuneCode, string EntryNo, bool EndedByDeath);

/// <summary>A birth that one of the two full communes registered within the last year.</summary>
/// <param name="EntryNumber">Counts up from 1 within office and calendar year.</param>
/// <param name="Book">Number of the paper book, "01/2026"; 200 entries each.</param>
/// <param name="DossierId">The <see cref="PastDossier"/> that led to it.</param>
public sealed record PastBirth(Guid ChildId, string OfficeCommuneCode, int EntryNumber, int Year, string Book, DateOnly RegisteredOn, Guid DossierId);

/// <summary>A dossier of the last year, anywhere in the country.</summary>
/// <param name="ReceivedAt">When it was received; within office hours unless filed online. Offset +07:00.</param>
/// <param name="FinishedAt">Null while it is open.</param>
/// <param name="StateCode">National status code, 1 newly filed … 10 result handed over.</param>
/// <param name="Channel">1 at the counter, 2 online, 3 by post.</param>
/// <param name="SubjectId">The child registered, for a finished birth dossier of a child in the nation.</param>
public sealed record PastDossier(
    Guid Id,
    string ProcedureCode,
    string CommuneCode,
    Guid ApplicantId,
    DateTimeOffset ReceivedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? FinishedAt,
    int StateCode,
    int Channel,
    Guid? SubjectId);

/// <summary>The people behind the demo accounts, and others that tests look for.</summary>
/// <param name="Mother">Hoàng Thị Lan, born 1996, lives in the ward with <paramref name="Father"/>; no child yet.</param>
/// <param name="Father">Nguyễn Đức Minh, born 1994.</param>
/// <param name="Clerk">Receives dossiers in the ward's service centre.</param>
/// <param name="CivilStatusOfficer">Examines births in the ward.</param>
/// <param name="Leader">Signs for the ward.</param>
/// <param name="Administrator">Runs the system.</param>
/// <param name="PoliceOfficer">Serves in the ward's police.</param>
/// <param name="OtherMother">A mother in the rural commune.</param>
/// <param name="OtherFather">Her husband.</param>
/// <param name="OtherClerk">Receives dossiers in the rural commune.</param>
/// <param name="OtherPoliceOfficer">Serves in the rural commune's police.</param>
/// <param name="MotherOfNewborn">Lives in the ward; her child was born and registered days ago.</param>
/// <param name="FatherOfNewborn">Her husband.</param>
/// <param name="Newborn">That child.</param>
/// <param name="LongName">A woman of the ward whose full name has 120 characters.</param>
public sealed record DemoCast(
    DemoPerson Mother,
    DemoPerson Father,
    DemoPerson Clerk,
    DemoPerson CivilStatusOfficer,
    DemoPerson Leader,
    DemoPerson Administrator,
    DemoPerson PoliceOfficer,
    DemoPerson OtherMother,
    DemoPerson OtherFather,
    DemoPerson OtherClerk,
    DemoPerson OtherPoliceOfficer,
    DemoPerson MotherOfNewborn,
    DemoPerson FatherOfNewborn,
    DemoPerson Newborn,
    DemoPerson LongName);
