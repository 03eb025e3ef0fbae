using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.OnBirthEntryRevoked;

/// <summary>An entry is out of force: the child stays who it is, and waits with its number for the entry that takes its place.</summary>
internal sealed class OnBirthEntryRevoked(PopulationDbContext db, TimeProvider clock) : IEventHandler<BirthEntryRevoked>
{
    public async Task HandleAsync(BirthEntryRevoked happened, EventContext context, CancellationToken cancellationToken)
    {
        var child = happened.ChildId ?? await db.Persons.Where(p => p.CreatedByEntry == happened.BirthEntryId)
            .Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
        if (child is not { } person
            || !await db.Persons.AnyAsync(p => p.Id == person, cancellationToken)
            || await db.RevokedBirths.AnyAsync(r => r.BirthEntryId == happened.BirthEntryId, cancellationToken))
            return;
        db.Add(new RevokedBirth { BirthEntryId = happened.BirthEntryId, PersonId = person, RevokedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
    }
}
