using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.People;

/// <summary>The last step of every answer with people in it.</summary>
internal static class ShownPeople
{
    /// <summary>Commits a ledger row per person, then answers: a crash between the two records a look that showed nothing.</summary>
    public static async Task<IReadOnlyList<Person>> ShowAsync(
        this PopulationDbContext db, IQueryable<PersonRecord> people, IReadOnlyCollection<string> fields,
        AccessContext? access, CancellationToken cancellationToken)
    {
        var found = await db.ReadAsync(people, cancellationToken);
        if (access is not null)
            await db.RecordAccessAsync(access, found.Select(p => new PersonShown(p.PersonId, fields)), cancellationToken);
        return found;
    }

    /// <summary>People with the heads of their households, in one statement.</summary>
    public static async Task<List<Person>> ReadAsync(
        this PopulationDbContext db, IQueryable<PersonRecord> people, CancellationToken cancellationToken)
    {
        var rows = await (
            from person in people.AsNoTracking()
            join household in db.Households.AsNoTracking() on person.HouseholdId equals (Guid?)household.Id into homes
            from home in homes.DefaultIfEmpty()
            select new { Person = person, HeadId = home == null ? null : home.HeadId }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.Person.ToContract(row.HeadId))];
    }
}
