using Project06.PublicServices.Contracts;

namespace Project06.Population.Contracts;

/// <summary>
/// Records a temporary absence (Law on Residence 68/2020/QH14 art. 31) for a person; answers done once recorded.
/// </summary>
/// <param name="AbsentPersonId">Who is away.</param>
/// <param name="Ground">Point of art. 31(1): a, b, c or d.</param>
/// <param name="From">First day away.</param>
/// <param name="Until">Last day away; null when not known.</param>
/// <param name="DestinationUnit">Commune code of the destination; null when abroad.</param>
/// <param name="DestinationAddress">Address there, as written.</param>
/// <param name="Reason">Why, in the person's words.</param>
[ProcedureName("population.record-temporary-absence")]
public sealed record RecordTemporaryAbsence(
    Guid AbsentPersonId, string Ground, DateOnly From, DateOnly? Until, string? DestinationUnit,
    string DestinationAddress, string Reason) : IProcedureEffect;

/// <summary>Whether an absence can be recorded as declared: dates in order, no overlap with one already recorded.</summary>
[ProcedureName("population.temporary-absence")]
public sealed record CheckTemporaryAbsence(
    Guid? AbsentPersonId, string? Ground, DateOnly? From, DateOnly? Until) : IProcedureCheck;
