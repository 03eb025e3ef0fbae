using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.Effects;
using Project06.Population.Features.ResidenceNotices;
using Asking = Project06.Population.Contracts.CorrectRecord;

namespace Project06.Population.Features.CorrectRecord;

/// <summary><c>population.correct-record</c>: the field gets the right value; the wrong one stays beside it, with who decided.</summary>
internal sealed class CorrectField(PopulationDbContext db, RecordFields fields, TimeProvider clock)
{
    public const string PersonUnknown = "person-unknown", NotHere = "field-not-here", NoValue = "value-missing",
        Unchanged = "value-unchanged", DateWrong = "date-impossible";

    public async Task<Outcome> RunAsync(Asked<Asking> asked, CancellationToken cancellationToken)
    {
        await db.LockAsync($"person:{asked.Fields.PersonId}", cancellationToken);
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == asked.Fields.PersonId && p.DiedOn == null, cancellationToken) is not { } person)
            return PersonUnknown;
        if (Refused(asked.Fields, person, await db.HasEntryAsync(person, cancellationToken), fields, clock.Today()) is { } reason)
            return reason;
        var field = fields.Find(asked.Fields.Field)!;
        if (!db.Change(person, field.Property, Correction.ValueOf(field, asked.Fields), validFrom: null, asked.By, asked.Fields.Reason))
            return Unchanged;
        if (field.Kind == "name")
            db.Change(person, nameof(PersonRecord.FoldedName), PersonRecord.FoldName(person.Surname, person.MiddleName, person.GivenName), null, asked.By);
        db.Raise(new PersonChanged(person.Id, [field.Code]));
        return Outcome.Done("correction-notice", ResidenceNoticeLinks.Correction(asked.RequestId));
    }

    /// <summary>Why the field can't be corrected so; null when it can.</summary>
    public static string? Refused(Asking asked, PersonRecord person, bool hasEntry, RecordFields fields, DateOnly today)
    {
        if (fields.Find(asked.Field) is not { } field || !field.IsCorrectedHere(person, hasEntry))
            return NotHere;
        if (Correction.ValueOf(field, asked) is not { } value)
            return NoValue;
        return value is DateOnly day && (day > today || day > person.DiedOn) ? DateWrong : null;
    }
}

internal static class BirthEntriesOfPeople
{
    /// <summary>Whether the birth register, as far as it is known here, has the person's entry in force.</summary>
    public static async Task<bool> HasEntryAsync(this PopulationDbContext db, PersonRecord person, CancellationToken cancellationToken) =>
        await db.BirthLinks.AnyAsync(l => l.PersonId == person.Id && !db.RevokedBirths.Any(r => r.BirthEntryId == l.BirthEntryId), cancellationToken)
        || (person.CreatedByEntry is { } entry && !await db.RevokedBirths.AnyAsync(r => r.BirthEntryId == entry, cancellationToken));
}
