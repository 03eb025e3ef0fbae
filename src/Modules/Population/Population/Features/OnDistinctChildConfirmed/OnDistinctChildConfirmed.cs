using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.OnDistinctChildConfirmed;

/// <summary>An officer looked: the child is another one, and gets its number.</summary>
internal sealed class OnDistinctChildConfirmed(PopulationDbContext db, NumberIssuing numbers, IMediator mediator, TimeProvider clock)
    : IEventHandler<DistinctChildConfirmed>
{
    public async Task HandleAsync(DistinctChildConfirmed happened, EventContext context, CancellationToken cancellationToken)
    {
        var entry = await mediator.Send(new FindBirthEntry(happened.BirthEntryId), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await numbers.LockFamilyAsync(entry, cancellationToken);
        if (await numbers.IsIssuedAsync(entry.BirthEntryId, cancellationToken))
            return;

        var review = await db.BirthReviews.SingleOrDefaultAsync(r => r.BirthEntryId == entry.BirthEntryId, cancellationToken)
            ?? throw new InvalidOperationException($"Nobody asked for a review of birth entry {entry.BirthEntryId}.");
        review.Confirm(clock.GetUtcNow());
        await numbers.IssueAsync(entry, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
