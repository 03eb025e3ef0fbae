using System.Globalization;
using Project06.Population.Data;

namespace Project06.Population.Domain;

/// <summary>
/// The only way a field of a person's row gets another value where the value counts in law: the old one is kept beside it
/// with who or what decided, so that the record of any day can be read again.
/// </summary>
internal static class PersonChanges
{
    /// <summary>Sets the field and keeps both values; nothing where it has that value already.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Change(
        this PopulationDbContext db, PersonRecord person, string field, object? value, DateOnly? validFrom, Provenance from, string? reason = null)
    {
        var property = db.Entry(person).Property(field);
        var (before, after) = (Written(property.CurrentValue), Written(value));
        if (before == after)
            return false;
        property.CurrentValue = value;
        db.Add(new PersonChange
        {
            Id = Guid.CreateVersion7(from.RecordedAt), PersonId = person.Id, Field = field, OldValue = before, NewValue = after,
            ValidFrom = validFrom, Reason = reason, Source = from.Source, SourceRef = from.Ref, ProcedureCode = from.ProcedureCode,
            RequestId = from.RequestId, DecidedBy = from.DecidedBy, DecidingOrganisation = from.DecidingOrganisation,
            DecidedAt = from.DecidedAt, RecordedAt = from.RecordedAt,
        });
        return true;
    }

    /// <summary>A value as changes keep it.</summary>
    public static string? Written(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A kept value as the property's type has it.</summary>
    public static object? Read(string? written, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return written is null ? null
            : plain == typeof(DateOnly) ? DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : plain == typeof(Guid) ? Guid.Parse(written)
            : plain.IsEnum ? Enum.Parse(plain, written)
            : written;
    }

    /// <summary>
    /// A field's value on a day of the law, by what was known: the latest known change that reaches back to that day; before
    /// all changes, what the first one replaced.
    /// </summary>
    public static string? ValueOn(this IEnumerable<PersonChange> changesOfField, string? present, DateOnly on, DateTimeOffset? knownAt)
    {
        var all = changesOfField.OrderBy(c => c.Sequence).ToList();
        if (all.Count == 0)
            return present;
        var counts = all.LastOrDefault(c => (knownAt is null || c.RecordedAt <= knownAt) && (c.ValidFrom is null || c.ValidFrom <= on));
        return counts is null ? all[0].OldValue : counts.NewValue;
    }
}
