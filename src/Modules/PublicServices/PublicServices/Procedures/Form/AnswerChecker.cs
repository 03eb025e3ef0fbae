using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Time;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Whether an answer is one for its field. What it says is a key of FormTexts.</summary>
internal sealed class AnswerChecker(
    Field field, PeopleBook people, ReferenceSnapshot reference,
    IReadOnlyDictionary<string, JsonNode> earlier, IReadOnlyDictionary<string, Field> fields)
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public FieldError? Check(JsonNode? answer, bool required, IReadOnlyList<FieldChoice> options)
    {
        if (AnswerValues.Text(answer) is not { Length: > 0 } text)
            return required ? Missing(options) : null;
        if (!Kinds(field.Type).Contains(answer!.GetValueKind()))
            return Error("form.unreadable");
        if (options.Count > 0 && options.All(option => option.Value != text))
            return Error("form.not-offered");
        return field.Type switch
        {
            FieldType.Name => CheckName(text),
            FieldType.Date => CheckDate(text),
            FieldType.Number => CheckNumber(text),
            FieldType.Unit => CheckUnit(text),
            FieldType.Person => people.Find(Guid.Parse(text)) is null ? Error("form.person-unknown") : null,
            FieldType.Phone => CheckPhone(text),
            FieldType.File => answer.AsArray().Count > field.MaxFiles ? Error("form.too-many-files", field.MaxFiles) : null,
            FieldType.Text => CheckLength(text) ?? (AnswerMask.Fits(field.Mask, text) ? null : Error("form.mask", AnswerMask.Example(field.Mask!))),
            FieldType.Choice or FieldType.YesNo => null,
            _ => CheckLength(text),
        };
    }

    private FieldError Missing(IReadOnlyList<FieldChoice> options) => new(field.Id, field.Type switch
    {
        FieldType.File => "form.missing-file",
        FieldType.Date => "form.missing-date",
        FieldType.Choice or FieldType.YesNo => "form.missing-choice",
        _ when options.Count > 0 => "form.missing-choice",
        _ => "form.missing",
    }, [], field.Missing);

    private FieldError? CheckUnit(string code)
    {
        if (reference.FindUnit(code, people.Today) is { Level: UnitLevel.Commune })
            return null;
        return reference.UnitVersions(code).LastOrDefault(unit => unit is { Level: UnitLevel.Commune } && unit.ValidTo < people.Today) is { } merged
            ? Error("form.unit-merged", new Words(merged.FullName, merged.FullNameEn), merged.ValidTo!.Value.AddDays(1).Written(), Into(code))
            : Error("form.unit-unknown");
    }

    private Words Into(string code) => reference.StandingFor(code, people.Today) is { Count: > 0 } units
        ? new Words(string.Join(", ", units.Select(unit => unit.FullName)), string.Join(", ", units.Select(unit => unit.FullNameEn)))
        : new Words("nơi khác", "another");

    private FieldError? CheckName(string text)
    {
        var letters = text.All(letter => char.IsLetter(letter) || letter is ' ' or '\'' or '’' or '-'
            || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
        return CheckLength(text) ?? (letters && text.Any(char.IsLetter) ? null : Error("form.letters-only"));
    }

    private FieldError? CheckDate(string text)
    {
        if (ParseDate(text) is not { } date)
            return Error("form.no-such-date");
        if (date < Earliest || date.Year > people.Today.Year + 100)
            return Error("form.year-unlikely", date.Year);
        if (field.NotAfterToday && date > people.Today)
            return Error("form.not-yet");
        if (field.NotBeforeToday && date < people.Today)
            return Error("form.already-past", people.Today.Written());
        return field.NotBeforeField is { } other && ParseDate(AnswerValues.Text(earlier.GetValueOrDefault(other))) is { } first && date < first
            ? Error("form.before", first.Written(), fields[other].Label)
            : null;
    }

    private FieldError? CheckNumber(string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Error("form.whole-number");
        if (number < field.Min)
            return Error("form.at-least", field.Min);
        return number > field.Max ? Error("form.at-most", field.Max) : null;
    }

    private FieldError? CheckPhone(string text)
    {
        var digits = text.Count(char.IsAsciiDigit);
        return digits is >= 9 and <= 15 && text.All(letter => char.IsAsciiDigit(letter) || letter is '+' or ' ' or '.' or '-' or '(' or ')')
            ? null
            : Error("form.phone");
    }

    private FieldError? CheckLength(string text) =>
        // One letter may carry marks without end; no writing needs more than a few.
        new StringInfo(text).LengthInTextElements > field.MaxLength || text.Length > field.MaxLength * 4L ? Error("form.too-long", field.MaxLength) : null;

    private FieldError Error(string key, params object[] args) => new(field.Id, key, args);

    private static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static JsonValueKind[] Kinds(FieldType type) => type switch
    {
        FieldType.YesNo => [JsonValueKind.True, JsonValueKind.False],
        FieldType.Number => [JsonValueKind.Number],
        FieldType.Person => [JsonValueKind.Object],
        FieldType.File => [JsonValueKind.Array],
        _ => [JsonValueKind.String],
    };
}
