using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Domain;

namespace Project06.Population.Features.MyData;

/// <summary>One field of the record as its person reads it.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says.</param>
/// <param name="Source">Where it is from and since when.</param>
/// <param name="WrongHref">Where the person goes if it is wrong; null: nowhere online.</param>
internal sealed record RecordLine(string Label, string Value, string Source, string? WrongHref);

/// <summary>Sources in the reader's words.</summary>
internal sealed class SourceWords(IStringLocalizer<ResidenceTexts> texts)
{
    /// <summary>The latest known change of a field that reaches back to a day; or how the person entered the database.</summary>
    public string Of(IEnumerable<PersonChange> changes, string property, PersonRecord person, DateOnly on)
    {
        var counts = changes.Where(c => c.Field == property && (c.ValidFrom is null || c.ValidFrom <= on)).MaxBy(c => c.Sequence);
        return counts is null ? First(person) : Of(counts.Source, counts.SourceRef, counts.ValidFrom ?? counts.RecordedAt.LegalDate());
    }

    public string First(PersonRecord person) => Of(
        person.CreatedByEntry is null ? ChangeSource.FirstRegistration : ChangeSource.BirthEntry, null, person.CreatedAt.LegalDate());

    /// <summary>"Hồ sơ G01…, từ 01/12/2026".</summary>
    public string Of(ChangeSource source, string? reference, DateOnly? since)
    {
        // An entry's id says nothing to a reader; a dossier's code or an entry's number does.
        var shown = reference is not null && !Guid.TryParse(reference, out _) ? " " + reference : "";
        var word = texts[$"source.{source}"] + shown;
        return since is { } day ? texts["source.since", word, day.Written()] : word;
    }
}
