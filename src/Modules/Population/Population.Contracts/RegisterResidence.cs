using Project06.PublicServices.Contracts;

namespace Project06.Population.Contracts;

/// <summary>
/// Registers a permanent residence: the former one ends, the person joins a household or becomes head of a new one.
/// Answers done with <c>residence-notice</c>.
/// </summary>
/// <param name="PersonId">Who moves.</param>
/// <param name="MoveAlong">Who else of the present household moves: <c>none</c>, <c>minor-children</c>, <c>household</c>; null: none.</param>
/// <param name="HeadId">Head of the household joined; null: a new household with the person as its head.</param>
/// <param name="Relation">The person's relation to that head, one of <see cref="HouseholdRelation"/> in kebab case; null: as kinship is known.</param>
/// <param name="UnitCode">Commune of a new household's dwelling; a joined household's own counts otherwise.</param>
/// <param name="Address">Address there, likewise.</param>
/// <param name="SuccessorId">Who becomes head of the household left behind; needed where its head leaves others there.</param>
[ProcedureName("population.register-permanent-residence")]
public sealed record RegisterPermanentResidence(
    Guid PersonId, string? MoveAlong, Guid? HeadId, string? Relation, string? UnitCode, string? Address, Guid? SuccessorId)
    : IProcedureEffect;

/// <summary>
/// Whether a permanent residence can be registered as declared. Without a person (a child whose birth isn't registered
/// yet) only the head is looked at.
/// </summary>
[ProcedureName("population.permanent-residence")]
public sealed record CheckPermanentResidence(
    Guid? PersonId, string? MoveAlong, Guid? HeadId, string? UnitCode, string? Address, Guid? SuccessorId) : IProcedureCheck;

/// <summary>Registers a temporary residence or renews it: 30 days to 2 years. Answers done with <c>residence-notice</c>.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="UnitCode">Commune.</param>
/// <param name="Address">Address there.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="HostId">Who gives the dwelling, if it isn't the person's own.</param>
[ProcedureName("population.register-temporary-residence")]
public sealed record RegisterTemporaryResidence(
    Guid PersonId, string UnitCode, string Address, DateOnly From, DateOnly Until, Guid? HostId) : IProcedureEffect;

/// <summary>Whether a temporary residence can be registered as declared.</summary>
[ProcedureName("population.temporary-residence")]
public sealed record CheckTemporaryResidence(
    Guid? PersonId, string? UnitCode, string? Address, DateOnly? From, DateOnly? Until) : IProcedureCheck;

/// <summary>
/// Issues the confirmation of residence (CT07) as of today; answers done with <c>residence-confirmation</c>, a paper with
/// a QR code.
/// </summary>
/// <param name="PersonId">Whose residence.</param>
/// <param name="Content">What is confirmed: <c>present</c> or <c>history</c>; null: present.</param>
/// <param name="Purpose">What for, in the person's words.</param>
[ProcedureName("population.issue-residence-confirmation")]
public sealed record IssueResidenceConfirmation(Guid PersonId, string? Content, string? Purpose) : IProcedureEffect;
