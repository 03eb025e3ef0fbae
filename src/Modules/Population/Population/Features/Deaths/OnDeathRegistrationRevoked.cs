using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.Deaths;

/// <summary>The death entry was wrong: everything is as it was, and both facts stay on record.</summary>
internal sealed class OnDeathRegistrationRevoked(PopulationDbContext db, ResidenceBook book, DeathUndo undo, TimeProvider clock)
    : IEventHandler<DeathRegistrationRevoked>
{
    public async Task HandleAsync(DeathRegistrationRevoked happened, EventContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var reference = happened.DeathEntryId.ToString();
        await book.LockAsync(await db.Memberships.Where(m => m.SourceRef == reference)
            .Select(m => (Guid?)m.HouseholdId).Distinct().ToListAsync(cancellationToken), cancellationToken);
        await db.LockAsync($"person:{happened.PersonId}", cancellationToken);
        var notes = await db.DeathNotes.AsNoTracking().Where(n => n.DeathEntryId == happened.DeathEntryId).Select(n => n.Kind).ToListAsync(cancellationToken);
        if (notes.Contains(DeathNoteKind.Revoked))
            return;
        if (!notes.Contains(DeathNoteKind.Registered))
            throw new InvalidOperationException($"Death entry {happened.DeathEntryId} was never told.");

        var now = clock.GetUtcNow();
        var by = new Provenance(ChangeSource.DeathRevoked, reference, now, DecidedAt: happened.RevokedAt);
        db.Add(new DeathNote
        {
            DeathEntryId = happened.DeathEntryId, Kind = DeathNoteKind.Revoked, PersonId = happened.PersonId, UnitCode = happened.UnitCode,
            At = happened.RevokedAt, RecordedAt = now,
        });
        var person = await db.Persons.SingleAsync(p => p.Id == happened.PersonId, cancellationToken);
        await undo.UnmarkAsync(happened.DeathEntryId, by, cancellationToken);
        var restored = await undo.RestoreResidencesAsync(person.Id, happened.DeathEntryId, by, cancellationToken);
        var headAgain = await undo.RestoreHeadshipAsync(person, happened.DeathEntryId, by, cancellationToken);
        Tell(ConsequenceKinds.Record, 1);
        Tell(ConsequenceKinds.Residence, restored);
        Tell(ConsequenceKinds.Headship, headAgain ? 1 : 0);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        void Tell(string kind, int count) => db.Raise(new DeathConsequenceRecorded(
            happened.DeathEntryId, person.Id, kind, count == 0 ? ConsequenceState.Nothing : ConsequenceState.Restored, count, null, now));
    }
}
