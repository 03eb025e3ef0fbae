using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Features.People;

internal sealed class FindPeopleHandler(PopulationDbContext db) : IRequestHandler<FindPeople, IReadOnlyList<Person>>
{
    public async Task<IReadOnlyList<Person>> Handle(FindPeople request, CancellationToken cancellationToken)
    {
        var ids = request.PersonIds.Distinct().ToArray();
        if (ids.Length == 0)
            return [];
        return await db.ShowAsync(db.Persons.Where(p => ids.Contains(p.Id)), request.Fields, request.Access, cancellationToken);
    }
}
