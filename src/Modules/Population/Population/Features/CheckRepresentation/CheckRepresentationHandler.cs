using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.Population.Data;
using Project06.PublicServices.Contracts;
using Asked = Project06.Population.Contracts.CheckRepresentation;

namespace Project06.Population.Features.CheckRepresentation;

/// <summary>Looks at the tie between requester and person; says only whether it is the declared one.</summary>
internal sealed class CheckRepresentationHandler(PopulationDbContext db, TimeProvider clock) : IRequestHandler<Asked, IReadOnlyList<CheckFinding>>
{
    public async Task<IReadOnlyList<CheckFinding>> Handle(Asked request, CancellationToken cancellationToken)
    {
        if (request.PersonId is not { } person || person == request.RequesterId)
            return [];
        return request.As switch
        {
            "minor-child" when !await IsChildAsync(person, request.RequesterId, cancellationToken) => [Finding("not-child")],
            "minor-child" when !await IsMinorAsync(person, cancellationToken) => [Finding("not-minor")],
            "family" when !await IsFamilyAsync(person, request.RequesterId, cancellationToken) => [Finding("not-family")],
            _ => [],
        };
    }

    private async Task<bool> IsFamilyAsync(Guid person, Guid requester, CancellationToken cancellationToken) =>
        await IsChildAsync(person, requester, cancellationToken) || await IsChildAsync(requester, person, cancellationToken)
        || await db.Persons.AnyAsync(p => p.Id == requester && p.SpouseId == person, cancellationToken);

    private Task<bool> IsChildAsync(Guid child, Guid parent, CancellationToken cancellationToken) =>
        db.Parentage.AnyAsync(k => k.ChildId == child && k.ParentId == parent, cancellationToken);

    private async Task<bool> IsMinorAsync(Guid person, CancellationToken cancellationToken) =>
        await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, cancellationToken) is { } found && found.IsUnder18(clock.Today());

    private static CheckFinding Finding(string what)
    {
        var text = Texts.Both($"representation.{what}");
        return new CheckFinding("personId", Blocks: false, text.Vi, text.En);
    }
}
