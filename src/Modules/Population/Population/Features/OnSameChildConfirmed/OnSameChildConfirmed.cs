using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.OnSameChildConfirmed;

/// <summary>An officer looked: the child is the look-alike itself, and keeps its number under the new entry.</summary>
internal sealed class OnSameChildConfirmed(
    PopulationDbContext db, NumberIssuing numbers, SameChild sameChild, IMediator mediator, TimeProvider clock)
    : IEventHandler<SameChildConfirmed>
{
    public async Task HandleAsync(SameChildConfirmed happened, EventContext context, CancellationToken cancellationToken)
    {
        var entry = await mediator.Send(new FindBirthEntry(happened.BirthEntryId), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await numbers.LockFamilyAsync(entry, cancellationToken);
        if (await numbers.IsIssuedAsync(entry.BirthEntryId, cancellationToken))
            return;

        // The revocation is told about another subject and may come later than this: then this one is tried again.
        if (!await sameChild.MayTakeAnotherEntryAsync(happened.PersonId, cancellationToken))
            throw new InvalidOperationException($"Person {happened.PersonId} has an entry in force: one child, two entries.");
        var review = await db.BirthReviews.SingleOrDefaultAsync(r => r.BirthEntryId == entry.BirthEntryId, cancellationToken);
        review?.Confirm(clock.GetUtcNow());
        await sameChild.LinkAsync(entry, await db.Persons.SingleAsync(p => p.Id == happened.PersonId, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
