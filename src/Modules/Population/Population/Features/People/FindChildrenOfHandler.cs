using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Features.People;

internal sealed class FindChildrenOfHandler(PopulationDbContext db) : IRequestHandler<FindChildrenOf, IReadOnlyList<Person>>
{
    public async Task<IReadOnlyList<Person>> Handle(FindChildrenOf request, CancellationToken cancellationToken)
    {
        var found = await db.Persons.AsNoTracking()
            .Where(p => p.DiedOn == null && db.Parentage.Any(k => k.ChildId == p.Id && k.ParentId == request.PersonId))
            .OrderBy(p => p.BirthDate).ThenBy(p => p.Number)
            .ToListAsync(cancellationToken);
        return await db.ShowAsync(found, request.Fields, request.Access, cancellationToken);
    }
}
