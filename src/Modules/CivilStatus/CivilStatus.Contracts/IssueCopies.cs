using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Contracts;

/// <summary>
/// Issues numbered copies of an entry of any commune (Law 60/2014 art. 63), signed by the leader who decides; answers done
/// with them. Refused where there is no entry in force.
/// </summary>
/// <param name="Register">birth or death; marriage isn't kept here yet.</param>
/// <param name="SubjectId">Whose entry.</param>
/// <param name="Copies">How many.</param>
/// <param name="RequesterId">Who asks for them.</param>
[ProcedureName("civil-status.issue-copies")]
public sealed record IssueCopies(string Register, Guid SubjectId, int Copies, Guid RequesterId) : IProcedureEffect;

/// <summary>Whether copies can be issued as asked.</summary>
[ProcedureName("civil-status.copies")]
public sealed record CheckCopies(string? Register, Guid? SubjectId, int? Copies) : IProcedureCheck;
