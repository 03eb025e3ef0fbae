using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.Deaths;

/// <summary>A death stands in the register: the record is marked, residences and headship end, the spouse is widowed.</summary>
internal sealed class OnDeathRegistered(PopulationDbContext db, ResidenceBook book, DeathEnd end, TimeProvider clock)
    : IEventHandler<DeathRegistered>
{
    public async Task HandleAsync(DeathRegistered happened, EventContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var home = await db.Persons.Where(p => p.Id == happened.PersonId).Select(p => p.HouseholdId).SingleOrDefaultAsync(cancellationToken);
        await book.LockAsync([home], cancellationToken);
        await db.LockAsync($"person:{happened.PersonId}", cancellationToken);
        if (await db.DeathNotes.AnyAsync(n => n.DeathEntryId == happened.DeathEntryId, cancellationToken))
            return;
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == happened.PersonId, cancellationToken)
            ?? throw new InvalidOperationException($"Death entry {happened.DeathEntryId} is of nobody in this database.");

        var now = clock.GetUtcNow();
        var by = new Provenance(ChangeSource.DeathEntry, happened.DeathEntryId.ToString(), now, DecidedAt: happened.RegisteredAt);
        db.Add(new DeathNote
        {
            DeathEntryId = happened.DeathEntryId, Kind = DeathNoteKind.Registered, PersonId = person.Id, DiedOn = happened.DiedOn,
            UnitCode = happened.UnitCode, At = happened.RegisteredAt, RecordedAt = now,
        });
        await end.MarkAsync(person, happened, by, cancellationToken);
        var ended = await end.EndResidencesAsync(person, happened, by, cancellationToken);
        var (headship, waitsFor) = await end.EndHeadshipAsync(person, happened, by, cancellationToken);
        Tell(ConsequenceKinds.Record, ConsequenceState.Done, 1);
        Tell(ConsequenceKinds.Residence, ended == 0 ? ConsequenceState.Nothing : ConsequenceState.Done, ended);
        Tell(ConsequenceKinds.Headship, headship, headship == ConsequenceState.Nothing ? 0 : 1, waitsFor);
        db.Raise(new PersonChanged(person.Id, [PersonFields.Residence]));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        void Tell(string kind, ConsequenceState state, int count, string? organisation = null) =>
            db.Raise(new DeathConsequenceRecorded(happened.DeathEntryId, person.Id, kind, state, count, organisation, now));
    }
}
