using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.Deaths;

/// <summary>
/// Gives back what a wrongly registered death took: whatever still stands as that entry left it gets a version like the one
/// before. What others have changed since stays. The caller holds the locks and saves.
/// </summary>
internal sealed class DeathUndo(PopulationDbContext db, ResidenceBook book)
{
    /// <summary>The mark on the record and the spouse's widowhood.</summary>
    public async Task UnmarkAsync(Guid deathEntryId, Provenance by, CancellationToken cancellationToken)
    {
        var reference = deathEntryId.ToString();
        var changes = await db.PersonChanges.AsNoTracking()
            .Where(c => c.SourceRef == reference && c.Source == ChangeSource.DeathEntry).ToListAsync(cancellationToken);
        foreach (var change in changes)
        {
            var person = await db.Persons.SingleAsync(p => p.Id == change.PersonId, cancellationToken);
            var property = db.Entry(person).Property(change.Field);
            if (PersonChanges.Written(property.CurrentValue) == change.NewValue)
                db.Change(person, change.Field, PersonChanges.Read(change.OldValue, property.Metadata.ClrType), change.ValidFrom, by);
            db.Raise(new PersonChanged(person.Id, [change.Field]));
        }
    }

    /// <summary>Residences, stays and absences; how many.</summary>
    public async Task<int> RestoreResidencesAsync(Guid personId, Guid deathEntryId, Provenance by, CancellationToken cancellationToken)
    {
        var reference = deathEntryId.ToString();
        var versions = await db.Residences.AsNoTracking().Where(r => r.PersonId == personId).ToListAsync(cancellationToken);
        var ended = versions.Latest().Where(r => r.Source == ChangeSource.DeathEntry && r.SourceRef == reference).ToList();
        foreach (var residence in ended)
            db.Add(residence.Restore(versions.Single(r => r.Id == residence.Id && r.Version == residence.Version - 1), by));
        var absences = await db.AbsenceEnds.AsNoTracking().Where(a => a.DeathEntryId == deathEntryId).ToListAsync(cancellationToken);
        foreach (var absence in absences)
            db.Add(new AbsenceEnd
            {
                AbsenceId = absence.AbsenceId, DeathEntryId = deathEntryId, Kind = DeathNoteKind.Revoked, OnDate = absence.OnDate,
                RecordedAt = by.RecordedAt,
            });
        return ended.Count + absences.Count;
    }

    /// <summary>Membership and headship, a successor's too; whether the person is head again.</summary>
    public async Task<bool> RestoreHeadshipAsync(PersonRecord person, Guid deathEntryId, Provenance by, CancellationToken cancellationToken)
    {
        var reference = deathEntryId.ToString();
        var touched = await db.Memberships.AsNoTracking().Where(m => m.SourceRef == reference).Select(m => m.Id).Distinct().ToListAsync(cancellationToken);
        var versions = await db.Memberships.AsNoTracking().Where(m => touched.Contains(m.Id)).ToListAsync(cancellationToken);
        var latest = versions.Latest().Where(m => m.SourceRef == reference).ToList();
        Membership? own = null;
        foreach (var membership in latest)
        {
            if (membership.Version == 1)
            {
                db.Add(membership.Annul(by));
                continue;
            }
            var restored = membership.Restore(versions.Single(m => m.Id == membership.Id && m.Version == membership.Version - 1), by);
            // Who left the household since stays where they are; only what the succession made of them here is taken back.
            if (restored.PersonId != person.Id && versions.Any(m => m.PersonId == restored.PersonId && m.Version == 1 && m.SourceRef == reference
                && latest.All(l => l.Id != m.Id)))
                continue;
            db.Add(restored);
            var home = await db.Households.SingleAsync(h => h.Id == restored.HouseholdId, cancellationToken);
            (await db.Persons.SingleAsync(p => p.Id == restored.PersonId, cancellationToken)).Join(home, restored.Relation);
            own = restored.PersonId == person.Id ? restored : own;
        }
        if (own is null)
            return false;
        return await RestoreHeadAsync(person, own, deathEntryId, by, cancellationToken);
    }

    private async Task<bool> RestoreHeadAsync(
        PersonRecord person, Membership own, Guid deathEntryId, Provenance by, CancellationToken cancellationToken)
    {
        var home = await db.Households.SingleAsync(h => h.Id == own.HouseholdId, cancellationToken);
        if (own.Relation != HouseholdRelation.Head)
        {
            // The last member's death ended it; while it waits for a head, it goes on waiting.
            if (home.EndedOn is not null && home.HeadlessEntry == deathEntryId)
                home.WaitAgain(home.EndedOn.Value);
            return false;
        }
        if (home.HeadId is null || home.HeadlessEntry == deathEntryId)
        {
            home.Restore(person.Id);
            return true;
        }
        // Another death made another head since: this person is head again, and what each is to them follows from kinship.
        var members = await db.Persons.Where(p => p.HouseholdId == home.Id && p.DiedOn == null && p.Id != person.Id).ToListAsync(cancellationToken);
        await book.NameHeadAsync(home, members, person.Id, DateOnly.FromDateTime(by.RecordedAt.UtcDateTime.AddHours(7)), by, cancellationToken);
        return true;
    }
}
