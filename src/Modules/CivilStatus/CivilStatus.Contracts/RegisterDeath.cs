using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Contracts;

/// <summary>
/// Writes a death in this year's death book of the deciding commune (Law 60/2014 art. 32–34; Decree 123/2015 art. 4).
/// Answers done when the extract is ready to sign.
/// </summary>
/// <param name="DeceasedId">Who died.</param>
/// <param name="DeathDate">The day, where it is known.</param>
/// <param name="DeathMonth">The month, where only that is known, with <paramref name="DeathYear"/>.</param>
/// <param name="DeathYear">The year, where the day isn't known.</param>
/// <param name="DeathTime">Hour and minute as 16:30, where known.</param>
/// <param name="DeathPlace">Where, as on the notice.</param>
/// <param name="DeathCause">Of what, as on the notice.</param>
/// <param name="DeathNoticeNumber">Number of the paper that proves it, if it has one.</param>
/// <param name="RequesterId">Who reports it.</param>
/// <param name="RequesterRelation">Who that is to the dead person: spouse, child, parent, relative, representative.</param>
[ProcedureName("civil-status.register-death")]
public sealed record RegisterDeath(
    Guid DeceasedId, DateOnly? DeathDate, int? DeathMonth, int? DeathYear, string? DeathTime, string DeathPlace,
    string DeathCause, string? DeathNoticeNumber, Guid RequesterId, string RequesterRelation) : IProcedureEffect;

/// <summary>
/// The commune's leader signs the extract: from then on the death is registered and everybody is told
/// (<see cref="DeathRegistered"/>). Answers done with the extract.
/// </summary>
[ProcedureName("civil-status.sign-death-extract")]
public sealed record SignDeathExtract : IProcedureEffect;

/// <summary>Whether a death can be registered as declared; looked at while filling in and again at submission.</summary>
[ProcedureName("civil-status.death")]
public sealed record CheckDeath(
    Guid? DeceasedId, DateOnly? DeathDate, int? DeathMonth, int? DeathYear, string? DeathTime,
    Guid? RequesterId, string? RequesterRelation) : IProcedureCheck;
