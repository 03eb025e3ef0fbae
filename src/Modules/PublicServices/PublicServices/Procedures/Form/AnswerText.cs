using System.Globalization;
using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Time;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>How an answer is written for people: a code's name, a commune with its province, a date, a person's name.</summary>
internal static class AnswerText
{
    private static readonly Words Yes = new("Có", "Yes");
    private static readonly Words No = new("Không", "No");

    /// <returns>Null for an empty answer.</returns>
    public static Words? Of(Field field, JsonNode? value, PeopleBook people, ReferenceSnapshot reference)
    {
        if (AnswerValues.Text(value) is not { } text)
            return null;
        return field.Type switch
        {
            FieldType.YesNo => text == "true" ? Yes : No,
            FieldType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
                Same(date.Written()),
            FieldType.Choice => OfChoice(field, text, people.Today, reference),
            FieldType.Unit => OfUnit(text, people.Today, reference),
            FieldType.Person => Same(AnswerValues.PersonId(value) is { } id && people.Find(id) is { } person ? person.FullName : "—"),
            FieldType.File => Same(string.Join(", ", value!.AsArray().Select(file => file?["name"]?.ToString()))),
            _ => Same(text),
        };
    }

    private static Words OfChoice(Field field, string value, DateOnly on, ReferenceSnapshot reference)
    {
        if (field.Options.FirstOrDefault(option => option.Value == value)?.Text is { } written)
            return written;
        return field.Codes is { } system && reference.FindCode(system, value, on) is { } code
            ? new Words(code.NameVi, code.NameEn)
            : Same(value);
    }

    private static Words OfUnit(string code, DateOnly on, ReferenceSnapshot reference)
    {
        if (reference.FindUnit(code, on) is not { } unit)
            return Same(code);
        return unit.Level != UnitLevel.Province && reference.FindUnit(unit.ProvinceCode, on) is { } province
            ? new Words($"{unit.FullName}, {province.FullName}", $"{unit.FullNameEn}, {province.FullNameEn}")
            : new Words(unit.FullName, unit.FullNameEn);
    }

    private static Words Same(string text) => new(text, text);
}
