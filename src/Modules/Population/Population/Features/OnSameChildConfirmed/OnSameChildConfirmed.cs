using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
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

        var review = await db.BirthReviews.SingleOrDefaultAsync(r => r.BirthEntryId == entry.BirthEntryId, cancellationToken)
            ?? throw new InvalidOperationException($"Nobody asked for a review of birth entry {entry.BirthEntryId}.");
        if (!await sameChild.IsWithoutEntryAsync(review.LookAlikeId, cancellationToken))
            throw new InvalidOperationException($"The look-alike of birth entry {entry.BirthEntryId} has an entry in force: one child, two entries.");
        review.Confirm(clock.GetUtcNow());
        await sameChild.LinkAsync(
            entry, await db.Persons.SingleAsync(p => p.Id == review.LookAlikeId, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
