using System.Globalization;
using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.IssuedPapers;

/// <summary>What stands in a template's places: answers, officials' forms and what is known of people, in Vietnamese words of a day.</summary>
internal sealed class PaperWords(
    Procedure procedure, JsonObject answers, PeopleBook people, ReferenceSnapshot reference, IReadOnlyDictionary<string, string> own)
{
    private const string Nothing = "–";

    /// <summary>The value of a field for conditions.</summary>
    public string? ValueOf(string name) => AnswerValues.Text(answers[name]);

    /// <summary>A text with its places filled in.</summary>
    public string Fill(string text) => PaperTemplate.Fill(text, place => Of(place) is { Length: > 0 } words ? words : Nothing);

    private string? Of(string place) =>
        own.TryGetValue(place, out var words) ? words
        : (procedure.Fields.GetValueOrDefault(place) ?? procedure.OfficeFields.GetValueOrDefault(place)) is { } field ? Answer(field)
        : Known(place);

    private string? Answer(Field field)
    {
        if (AnswerValues.Text(answers[field.Id]) is not { } text)
            return null;
        return field.Type switch
        {
            FieldType.Person => AnswerValues.PersonId(answers[field.Id]) is { } id ? people.Find(id)?.FullName : null,
            FieldType.Date => Day(text),
            FieldType.YesNo => text == "true" ? "Có" : "Không",
            FieldType.Unit => Unit(text),
            _ => field.Options.FirstOrDefault(option => option.Value == text)?.Text?.Vi ?? Code(field.Codes, text),
        };
    }

    private string? Known(string place)
    {
        var dot = place.LastIndexOf('.');
        var (name, suffix) = (place[..dot], place[dot..]);
        var person = name == PrefillSource.Requester ? people.Requester : AnswerValues.PersonId(answers[name]) is { } id ? people.Find(id) : null;
        if (person is null || (suffix == ".birth-date" && person.BirthPrecision != DatePrecision.Day))
            return person is null ? null : person.BirthDate.ToString(person.BirthPrecision == DatePrecision.Year ? "yyyy" : "MM/yyyy", CultureInfo.InvariantCulture);
        var attribute = PersonAttribute.All[suffix];
        return attribute.Read(person, people).FirstOrDefault() is not { Length: > 0 } value ? null : (attribute.Type, suffix) switch
        {
            (FieldType.Date, _) => Day(value),
            (FieldType.Unit, _) => Unit(value),
            (_, ".sex") => Code(CodeSystems.Sex, value),
            (_, ".ethnic-code") => Code(CodeSystems.EthnicGroup, value),
            (_, ".nationality") => Code(CodeSystems.Country, value),
            _ => value,
        };
    }

    private static string Day(string text) =>
        DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date.Written() : text;

    private string Code(string? system, string code) =>
        system is not null && reference.FindCode(system, code, people.Today) is { } found ? found.NameVi : code;

    private string Unit(string code)
    {
        // An old residence may lie in a unit that is no more: its last name is what papers say.
        var unit = reference.FindUnit(code, people.Today) ?? reference.UnitVersions(code).LastOrDefault();
        var province = unit is null ? null : reference.FindUnit(unit.ProvinceCode, people.Today);
        return string.Join(", ", new[] { unit?.FullName ?? code, province == unit ? null : province?.FullName }.OfType<string>());
    }
}
