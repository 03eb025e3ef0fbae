using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Features.People;

internal sealed class FindChildrenOfHandler(PopulationDbContext db) : IRequestHandler<FindChildrenOf, IReadOnlyList<Person>>
{
    public async Task<IReadOnlyList<Person>> Handle(FindChildrenOf request, CancellationToken cancellationToken)
    {
        var children = await db.ShowAsync(
            db.Persons.Where(p => p.DiedOn == null && db.Parentage.Any(k => k.ChildId == p.Id && k.ParentId == request.PersonId)),
            request.Fields, request.Access, cancellationToken);
        return [.. children.OrderBy(c => c.BirthDate).ThenBy(c => c.Number, StringComparer.Ordinal)];
    }
}
