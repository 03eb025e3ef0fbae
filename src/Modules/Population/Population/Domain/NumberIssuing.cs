using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.ReferenceData.Contracts;

namespace Project06.Population.Domain;

/// <summary>
/// Makes a person of a birth entry: number, where it lives, kinship. Both reactions to a birth come here. The caller holds
/// a transaction and the family's lock, and saves.
/// </summary>
internal sealed class NumberIssuing(PopulationDbContext db, ReferenceBook references, TimeProvider clock)
{
    private const int Attempts = 40;

    /// <summary>Births of one family are looked at one after another, or twins filed at once would both pass.</summary>
    public Task LockFamilyAsync(BirthEntryContent entry, CancellationToken cancellationToken) =>
        db.LockAsync($"family:{entry.MotherId ?? entry.FatherId ?? Guid.Empty}", cancellationToken);

    /// <summary>Whether this entry has its person already.</summary>
    public async Task<bool> IsIssuedAsync(Guid birthEntryId, CancellationToken cancellationToken) =>
        await db.Persons.AnyAsync(p => p.CreatedByEntry == birthEntryId, cancellationToken)
        || await db.BirthLinks.AnyAsync(l => l.BirthEntryId == birthEntryId, cancellationToken);

    /// <summary>Adds the person and raises <see cref="IdentityNumberIssued"/>.</summary>
    /// <exception cref="InvalidOperationException">No prefix is known for the commune, or its numbers of the year are used up.</exception>
    public async Task IssueAsync(BirthEntryContent entry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var sex = SexWords.Read(entry.Sex);
        var parents = new[] { entry.MotherId, entry.FatherId }.OfType<Guid>().ToList();
        var known = await db.Persons.AsNoTracking().Where(p => parents.Contains(p.Id)).ToListAsync(cancellationToken);
        var mother = known.FirstOrDefault(p => p.Id == entry.MotherId);
        var father = known.FirstOrDefault(p => p.Id == entry.FatherId);
        var home = mother ?? father;
        var person = new PersonRecord
        {
            Id = id,
            Number = await ReserveNumberAsync(entry, id, sex, now, cancellationToken),
            Surname = entry.Surname,
            MiddleName = entry.MiddleName,
            GivenName = entry.GivenName,
            FoldedName = PersonRecord.FoldName(entry.Surname, entry.MiddleName, entry.GivenName),
            Sex = sex,
            BirthDate = entry.BirthDate,
            BirthPrecision = DatePrecision.Day,
            EthnicCode = entry.EthnicCode,
            EthnicCodeSystem = CodeSystems.EthnicGroup,
            Nationality = entry.Nationality,
            NativePlace = entry.NativePlace,
            BirthPlace = entry.BirthPlace,
            BirthRegistrationUnit = entry.RegistrationUnit,
            ResidenceUnit = home?.ResidenceUnit ?? entry.RegistrationUnit,
            ResidenceAddress = home?.ResidenceAddress ?? "",
            MaritalStatus = MaritalStatus.Single,
            CreatedByEntry = entry.BirthEntryId,
            CreatedAt = now,
        };
        db.Add(person);
        // Until somebody registers the child's permanent residence it lives where the mother lives, in no household's book.
        db.Add(Residence.Start(id, ResidenceKind.Current, person.ResidenceUnit, person.ResidenceAddress, entry.BirthDate, null,
            new Provenance(ChangeSource.BirthEntry, entry.EntryNumber, now)));
        if (mother is not null)
            db.Add(new Parentage { ChildId = id, ParentId = mother.Id, Kind = ParentKind.Mother });
        if (father is not null)
            db.Add(new Parentage { ChildId = id, ParentId = father.Id, Kind = ParentKind.Father });
        db.Raise(new IdentityNumberIssued(entry.BirthEntryId, id));
    }

    // The row itself is the reservation: a number that exists, here or among older people, leaves no row and another
    // one is drawn. Waiting for a rival's commit is the constraint's own doing.
    private async Task<string> ReserveNumberAsync(
        BirthEntryContent entry, Guid personId, Sex sex, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The old province that most of today's commune lay in; which one the law means after the mergers isn't
        // established, so the row says whether it is verified.
        var prefix = references.Current.OldProvincePrefixes(entry.RegistrationUnit).FirstOrDefault()
            ?? throw new InvalidOperationException($"No number prefix is known for commune {entry.RegistrationUnit}.");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var number = NumberDigits.Draw(prefix.Prefix.Prefix, sex, entry.BirthDate.Year).Digits;
            var reserved = await db.Database.ExecuteSqlAsync($"""
                INSERT INTO population.issued_numbers (number, person_id, birth_entry_id, prefix_verified, issued_at)
                SELECT {number}, {personId}, {entry.BirthEntryId}, {prefix.Verified}, {now}
                WHERE NOT EXISTS (SELECT FROM population.persons WHERE number = {number})
                ON CONFLICT (number) DO NOTHING
                """, cancellationToken);
            if (reserved == 1)
                return number;
        }
        throw new InvalidOperationException($"No free number was found for prefix {prefix.Prefix.Prefix} in {Attempts} draws.");
    }
}
