using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.OnBirthEntryAmended;

/// <summary>
/// A note stands beside a birth entry: the record takes over what the entry says now. The event doesn't tell a change from a
/// correction, so the new words count from the note's day and the old ones before it.
/// </summary>
internal sealed class OnBirthEntryAmended(PopulationDbContext db, IMediator mediator, TimeProvider clock) : IEventHandler<BirthEntryAmended>
{
    public async Task HandleAsync(BirthEntryAmended happened, EventContext context, CancellationToken cancellationToken)
    {
        var entry = await mediator.Send(new FindBirthEntry(happened.BirthEntryId), cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"person:{happened.ChildId}", cancellationToken);
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == happened.ChildId, cancellationToken) is not { } person
            || await db.PersonChanges.AnyAsync(c => c.RequestId == happened.AmendmentId, cancellationToken))
            return;
        var from = new Provenance(ChangeSource.CivilStatusEntry, entry.EntryNumber, clock.GetUtcNow(), RequestId: happened.AmendmentId);
        var day = context.OccurredAt.LegalDate();
        var changed = false;
        foreach (var field in happened.Fields)
            if (ValueOf(field, entry) is { } now)
                changed |= db.Change(person, now.Property, now.Value, day, from);
        if (!changed)
            return;
        db.Change(person, nameof(PersonRecord.FoldedName),
            VietnameseText.Fold(PersonRecord.WriteName(entry.Surname, entry.MiddleName, entry.GivenName)), day, from);
        db.Raise(new PersonChanged(person.Id, happened.Fields));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static (string Property, object? Value)? ValueOf(string field, BirthEntryContent entry) => field switch
    {
        AmendedFields.Surname => (nameof(PersonRecord.Surname), entry.Surname),
        AmendedFields.MiddleName => (nameof(PersonRecord.MiddleName), entry.MiddleName),
        AmendedFields.GivenName => (nameof(PersonRecord.GivenName), entry.GivenName),
        AmendedFields.BirthDate => (nameof(PersonRecord.BirthDate), entry.BirthDate),
        AmendedFields.Sex => (nameof(PersonRecord.Sex), SexWords.Read(entry.Sex)),
        AmendedFields.BirthPlace => (nameof(PersonRecord.BirthPlace), entry.BirthPlace),
        AmendedFields.NativePlace => (nameof(PersonRecord.NativePlace), entry.NativePlace),
        AmendedFields.Ethnicity => (nameof(PersonRecord.EthnicCode), entry.EthnicCode),
        AmendedFields.Nationality => (nameof(PersonRecord.Nationality), entry.Nationality),
        _ => null,
    };
}
