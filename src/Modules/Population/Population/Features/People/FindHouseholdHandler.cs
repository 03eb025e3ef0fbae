using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Features.People;

internal sealed class FindHouseholdHandler(PopulationDbContext db) : IRequestHandler<FindHousehold, HouseholdOfPeople?>
{
    public async Task<HouseholdOfPeople?> Handle(FindHousehold request, CancellationToken cancellationToken)
    {
        var home = await (
            from person in db.Persons
            join household in db.Households.AsNoTracking() on person.HouseholdId equals (Guid?)household.Id
            where person.Id == request.PersonId
            select household).SingleOrDefaultAsync(cancellationToken);
        if (home is null)
            return null;
        var members = await db.ShowAsync(
            db.Persons.Where(p => p.HouseholdId == home.Id && p.DiedOn == null), request.Fields, request.Access, cancellationToken);
        return new HouseholdOfPeople(home.Id, home.UnitCode, home.Address, home.HeadId, home.HeadlessSince,
        [
            .. members.OrderByDescending(m => m.PersonId == home.HeadId).ThenBy(m => m.BirthDate).ThenBy(m => m.Number, StringComparer.Ordinal),
        ]);
    }
}
