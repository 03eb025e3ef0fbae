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
        this PopulationDbContext db, IReadOnlyCollection<PersonRecord> found, IReadOnlyCollection<string> fields,
        AccessContext? access, CancellationToken cancellationToken)
    {
        if (access is not null)
            await db.RecordAccessAsync(access, found.Select(p => new PersonShown(p.Id, fields)), cancellationToken);
        return [.. found.Select(p => p.ToContract())];
    }
}
