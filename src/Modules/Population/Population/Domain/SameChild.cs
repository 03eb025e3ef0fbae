using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Text;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;

namespace Project06.Population.Domain;

/// <summary>
/// A child whose entry was revoked and who is registered anew keeps its number: a number is given once in a life (Decree
/// 137/2015/NĐ-CP art. 13). The caller holds a transaction and the family's lock, and saves.
/// </summary>
internal sealed class SameChild(PopulationDbContext db, TimeProvider clock)
{
    /// <summary>Whether every entry known of this person is out of force, one at least.</summary>
    public async Task<bool> IsWithoutEntryAsync(Guid personId, CancellationToken cancellationToken)
    {
        var revoked = await db.RevokedBirths.Where(r => r.PersonId == personId).Select(r => r.BirthEntryId).ToListAsync(cancellationToken);
        if (revoked.Count == 0)
            return false;
        return (await EntriesAsync(personId, cancellationToken)).All(revoked.Contains);
    }

    /// <summary>Whether no entry known here is in force; also true of people whose entry was never here.</summary>
    public async Task<bool> MayTakeAnotherEntryAsync(Guid personId, CancellationToken cancellationToken) =>
        (await EntriesAsync(personId, cancellationToken)).Count == 0 || await IsWithoutEntryAsync(personId, cancellationToken);

    private async Task<List<Guid>> EntriesAsync(Guid personId, CancellationToken cancellationToken)
    {
        var entries = await db.BirthLinks.Where(l => l.PersonId == personId).Select(l => l.BirthEntryId).ToListAsync(cancellationToken);
        if (await db.Persons.Where(p => p.Id == personId).Select(p => p.CreatedByEntry).SingleAsync(cancellationToken) is { } first)
            entries.Add(first);
        return entries;
    }

    /// <summary>The person this entry registers anew: same mother (or father), day, name and sex, and no entry in force.</summary>
    public async Task<PersonRecord?> FindAsync(BirthEntryContent entry, CancellationToken cancellationToken)
    {
        if ((entry.MotherId ?? entry.FatherId) is not { } parent)
            return null;
        var (name, sex) = (PersonRecord.FoldName(entry.Surname, entry.MiddleName, entry.GivenName), SexWords.Read(entry.Sex));
        var alike = await db.Persons
            .Where(p => p.BirthDate == entry.BirthDate && p.FoldedName == name && p.Sex == sex
                && db.Parentage.Any(k => k.ChildId == p.Id && k.ParentId == parent))
            .OrderBy(p => p.Number).ToListAsync(cancellationToken);
        foreach (var person in alike)
            if (await IsWithoutEntryAsync(person.Id, cancellationToken))
                return person;
        return null;
    }

    /// <summary>Makes the entry the person's own: what it says is what the record says, and the number stays.</summary>
    public async Task LinkAsync(BirthEntryContent entry, PersonRecord person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var from = new Provenance(ChangeSource.BirthEntry, entry.EntryNumber, now);
        db.Add(new BirthLink { BirthEntryId = entry.BirthEntryId, PersonId = person.Id, LinkedAt = now });
        (string Field, object? Value)[] said =
        [
            (nameof(PersonRecord.Surname), entry.Surname), (nameof(PersonRecord.MiddleName), entry.MiddleName),
            (nameof(PersonRecord.GivenName), entry.GivenName),
            (nameof(PersonRecord.FoldedName), VietnameseText.Fold(PersonRecord.WriteName(entry.Surname, entry.MiddleName, entry.GivenName))),
            (nameof(PersonRecord.Sex), SexWords.Read(entry.Sex)), (nameof(PersonRecord.BirthDate), entry.BirthDate),
            (nameof(PersonRecord.BirthPlace), entry.BirthPlace), (nameof(PersonRecord.EthnicCode), entry.EthnicCode),
            (nameof(PersonRecord.Nationality), entry.Nationality), (nameof(PersonRecord.NativePlace), entry.NativePlace),
            (nameof(PersonRecord.BirthRegistrationUnit), entry.RegistrationUnit),
        ];
        foreach (var (field, value) in said)
            db.Change(person, field, value, validFrom: null, from);
        await SetParentAsync(person.Id, entry.MotherId, ParentKind.Mother, cancellationToken);
        await SetParentAsync(person.Id, entry.FatherId, ParentKind.Father, cancellationToken);
        db.Raise(new IdentityNumberIssued(entry.BirthEntryId, person.Id));
    }

    // Kinship follows the entry in force; the revoked one stays in the register and says what it said.
    private async Task SetParentAsync(Guid childId, Guid? parentId, ParentKind kind, CancellationToken cancellationToken)
    {
        var known = await db.Parentage.SingleOrDefaultAsync(k => k.ChildId == childId && k.Kind == kind, cancellationToken);
        if (known?.ParentId == parentId)
            return;
        // No row of kinship is lost: a parent whom the new entry doesn't name stays as the former one had it.
        if (parentId is not { } parent || !await db.Persons.AnyAsync(p => p.Id == parent, cancellationToken))
            return;
        if (known is null)
            db.Add(new Parentage { ChildId = childId, ParentId = parent, Kind = kind });
        else
            db.Entry(known).Property(k => k.ParentId).CurrentValue = parent;
    }
}
