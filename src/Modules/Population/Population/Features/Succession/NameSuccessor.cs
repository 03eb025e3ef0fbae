using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.Succession;

/// <summary>The members of a household whose head died name another, or the commune's police do on their word.</summary>
/// <param name="HouseholdId">The household that waits.</param>
/// <param name="SuccessorId">Who becomes head.</param>
/// <param name="ByPersonId">Who says so.</param>
/// <param name="Organisation">The police that say so; null: a member.</param>
internal sealed record NameSuccessor(Guid HouseholdId, Guid? SuccessorId, Guid ByPersonId, string? Organisation) : IRequest<Result<Guid>>;

internal sealed class NameSuccessorHandler(
    PopulationDbContext db, ResidenceBook book, IStringLocalizer<ResidenceTexts> texts, TimeProvider clock)
    : IRequestHandler<NameSuccessor, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(NameSuccessor request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await book.LockAsync([request.HouseholdId], cancellationToken);
        var home = await db.Households.SingleOrDefaultAsync(h => h.Id == request.HouseholdId, cancellationToken)
            ?? throw new NotFoundException("household");
        if (home.HeadlessSince is null)
            return Refused("head.already-named");
        var today = clock.Today();
        var members = await db.Persons.Where(p => p.HouseholdId == home.Id && p.DiedOn == null).ToListAsync(cancellationToken);
        if (members.SingleOrDefault(m => m.Id == request.SuccessorId) is not { } successor)
            return Refused("head.choose");
        if (successor.IsUnder18(today) && members.Any(m => !m.IsUnder18(today)))
            return Refused("head.minor");

        var now = clock.GetUtcNow();
        var entry = home.HeadlessEntry!.Value;
        var by = new Provenance(
            ChangeSource.Succession, entry.ToString(), now, DecidedBy: request.ByPersonId, DecidingOrganisation: request.Organisation, DecidedAt: now);
        await book.NameHeadAsync(home, members, successor.Id, today, by, cancellationToken);
        var dead = await db.DeathNotes.Where(n => n.DeathEntryId == entry && n.Kind == DeathNoteKind.Registered)
            .Select(n => n.PersonId).SingleAsync(cancellationToken);
        db.Raise(new DeathConsequenceRecorded(entry, dead, ConsequenceKinds.Headship, ConsequenceState.Done, 1, null, now));
        db.Raise(new PersonChanged(successor.Id, [PersonFields.Residence]));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return successor.Id;
    }

    private Error Refused(string key) => new(key, texts[key], "Successor");
}
