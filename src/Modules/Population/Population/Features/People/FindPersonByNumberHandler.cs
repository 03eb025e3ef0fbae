using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Features.People;

internal sealed class FindPersonByNumberHandler(PopulationDbContext db) : IRequestHandler<FindPersonByNumber, Person?>
{
    public async Task<Person?> Handle(FindPersonByNumber request, CancellationToken cancellationToken)
    {
        if (!IdentityNumber.TryParse(request.Number, null, out var number))
            return null;
        var found = db.Persons.Where(p => p.Number == number.Digits);
        return (await db.ShowAsync(found, request.Fields, request.Access, cancellationToken)).SingleOrDefault();
    }
}
