using Project06.PublicServices.Contracts;

namespace Project06.Population.Contracts;

/// <summary>
/// Whether the records know the tie by which somebody asks for another. What they don't know is said to the citizen and the
/// officer, who looks at papers then; it stops nothing.
/// </summary>
/// <param name="RequesterId">Who asks.</param>
/// <param name="PersonId">For whom.</param>
/// <param name="As">
/// <c>minor-child</c>: the requester's child under 18; <c>family</c>: the requester's parent, spouse or child; others aren't looked at.
/// </param>
[ProcedureName("population.representation")]
public sealed record CheckRepresentation(Guid RequesterId, Guid? PersonId, string? As) : IProcedureCheck;
