using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.OnBirthEntryWritten;

/// <summary>A birth stands in the book: the child gets its number, or an officer is asked to look first.</summary>
internal sealed class OnBirthEntryWritten(
    PopulationDbContext db, NumberIssuing numbers, SameChild sameChild, IMediator mediator, TimeProvider clock)
    : IEventHandler<BirthEntryWritten>
{
    public async Task HandleAsync(BirthEntryWritten happened, EventContext context, CancellationToken cancellationToken)
    {
        var entry = await mediator.Send(new FindBirthEntry(happened.BirthEntryId), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await numbers.LockFamilyAsync(entry, cancellationToken);
        if (await numbers.IsIssuedAsync(entry.BirthEntryId, cancellationToken)
            || await db.BirthReviews.AnyAsync(r => r.BirthEntryId == entry.BirthEntryId, cancellationToken))
            return;

        if (await sameChild.FindAsync(entry, cancellationToken) is { } itself)
        {
            await sameChild.LinkAsync(entry, itself, cancellationToken);
        }
        else if (await FindLookAlikeAsync(entry, cancellationToken) is { } lookAlike)
        {
            db.Add(new BirthReview { BirthEntryId = entry.BirthEntryId, LookAlikeId = lookAlike, AskedAt = clock.GetUtcNow() });
            db.Raise(new IdentityNumberNeedsReview(
                entry.BirthEntryId, lookAlike, await sameChild.IsWithoutEntryAsync(lookAlike, cancellationToken)));
        }
        else
        {
            await numbers.IssueAsync(entry, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // BTP 3160/2021: "suspected duplicate of a numbered citizen" is typically a twin, so it is a question, never a
    // refusal. Born around midnight, twins may have dates a day apart.
    private async Task<Guid?> FindLookAlikeAsync(BirthEntryContent entry, CancellationToken cancellationToken)
    {
        var (earliest, latest) = (entry.BirthDate.AddDays(-1), entry.BirthDate.AddDays(1));
        var around = db.Persons.AsNoTracking().Where(p => p.BirthDate >= earliest && p.BirthDate <= latest);
        if ((entry.MotherId ?? entry.FatherId) is { } parent)
        {
            return await around
                .Where(p => db.Parentage.Any(k => k.ChildId == p.Id && k.ParentId == parent))
                .OrderBy(p => p.Number).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
        }

        // A child whose parents nobody knows: the same name, sex and place are all there is to go by.
        var name = PersonRecord.FoldName(entry.Surname, entry.MiddleName, entry.GivenName);
        var sex = SexWords.Read(entry.Sex);
        return await around
            .Where(p => p.FoldedName == name && p.Sex == sex && p.BirthRegistrationUnit == entry.RegistrationUnit)
            .OrderBy(p => p.Number).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
