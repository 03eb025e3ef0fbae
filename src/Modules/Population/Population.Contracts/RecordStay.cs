using Project06.PublicServices.Contracts;

namespace Project06.Population.Contracts;

/// <summary>
/// Records a short stay (lưu trú, under 30 days) of up to six guests of an individual host. Close relatives who come again
/// are notified once. Answers done with <c>residence-notice</c>.
/// </summary>
/// <param name="HostId">Who notifies: a member of the household.</param>
/// <param name="UnitCode">Commune of the dwelling.</param>
/// <param name="Address">Address there.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, first and last day counted: 29 days at most.</param>
/// <param name="Reason">Why, in the host's words.</param>
/// <param name="Guest1">First guest.</param>
/// <param name="Guest2">Second guest, if any.</param>
/// <param name="Guest3">Third guest, if any.</param>
/// <param name="Guest4">Fourth guest, if any.</param>
/// <param name="Guest5">Fifth guest, if any.</param>
/// <param name="Guest6">Sixth guest, if any.</param>
[ProcedureName("population.record-stay")]
public sealed record RecordStay(
    Guid HostId, string UnitCode, string Address, DateOnly From, DateOnly Until, string? Reason,
    Guid Guest1, Guid? Guest2, Guid? Guest3, Guid? Guest4, Guid? Guest5, Guid? Guest6) : IProcedureEffect;

/// <summary>Whether a stay can be recorded as declared.</summary>
[ProcedureName("population.stay")]
public sealed record CheckStay(
    Guid? HostId, DateOnly? From, DateOnly? Until, Guid? Guest1, Guid? Guest2, Guid? Guest3, Guid? Guest4, Guid? Guest5,
    Guid? Guest6) : IProcedureCheck;
