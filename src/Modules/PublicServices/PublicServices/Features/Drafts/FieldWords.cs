using System.Globalization;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Answers as people read them: names for persons, units and codes, dates the Vietnamese way.</summary>
internal sealed class FieldWords(IMediator mediator, ReferenceBook reference, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private Dictionary<Guid, Person> _people = [];

    /// <summary>
    /// Fetches the people whom these fields of a form name or offer, or whose data they show, on the record. Whoever
    /// isn't fetched has no name here, so nobody can be shown unrecorded.
    /// </summary>
    public async Task LoadAsync(FormState form, IEnumerable<FieldState> shown, Actor actor, CancellationToken cancellationToken)
    {
        var access = AccessContext.Citizen(actor, AccessPurposes.FillForm, form.Procedure.Code);
        var looks = shown.Where(f => f.Visible).SelectMany(f => ShownPeople.In(f, form))
            .GroupBy(look => look.PersonId, (id, fields) => (Id: id, Fields: fields.SelectMany(f => f.Fields).Distinct().Order(StringComparer.Ordinal).ToArray()));
        var people = new List<Person>();
        foreach (var alike in looks.GroupBy(look => string.Join(' ', look.Fields)))
            people.AddRange(await mediator.Send(new FindPeople([.. alike.Select(look => look.Id)], alike.First().Fields, access), cancellationToken));
        _people = people.ToDictionary(p => p.PersonId);
    }

    /// <summary>Fetches people by id, on the record.</summary>
    /// <param name="fields">What is shown of each; null: a person's line.</param>
    public async Task LoadAsync(
        IReadOnlyCollection<Guid> ids, AccessContext access, CancellationToken cancellationToken, string[]? fields = null)
    {
        if (ids.Count > 0)
            _people = (await mediator.Send(new FindPeople(ids, fields ?? PersonLine.Fields, access), cancellationToken)).ToDictionary(p => p.PersonId);
    }

    public Person? Person(Guid id) => _people.GetValueOrDefault(id);

    /// <summary>The value of a field in words; empty when there is none.</summary>
    public string Of(Field field, JsonNode? value)
    {
        if (AnswerValues.Text(value) is not { } text)
            return "";
        return field.Type switch
        {
            FieldType.Person => AnswerValues.PersonId(value) is { } id ? Person(id)?.FullName ?? "" : "",
            FieldType.Date => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date.Written() : text,
            FieldType.YesNo => text == "true" ? texts["word.yes"] : texts["word.no"],
            FieldType.Unit => Unit(text),
            FieldType.File => string.Join(", ", ((JsonArray)value!).Select(f => f?["name"]?.ToString())),
            _ => Option(field, text),
        };
    }

    /// <summary>A choice's text: from the folder, from a code table, or the value itself.</summary>
    public string Option(Field field, string value)
    {
        if (field.Type == FieldType.Person && Guid.TryParse(value, out var id))
            return Person(id)?.FullName ?? value;
        if (field.Type == FieldType.Unit)
            return Unit(value);
        if (field.Options.FirstOrDefault(o => o.Value == value)?.Text is { } words)
            return words.Here;
        if (field.Codes is { } system && reference.Current.FindCode(system, value, clock.Today()) is { } code)
            return UiLanguage.Code == "en" ? code.NameEn : code.NameVi;
        return value;
    }

    /// <summary>A commune with its province.</summary>
    public string Unit(string code)
    {
        var unit = reference.Current.FindUnit(code, clock.Today());
        var province = unit?.ParentCode is { } parent ? reference.Current.FindUnit(parent, clock.Today()) : null;
        return unit is null ? code : UiLanguage.Code == "en"
            ? string.Join(", ", new[] { unit.FullNameEn, province?.FullNameEn }.OfType<string>())
            : string.Join(", ", new[] { unit.FullName, province?.FullName }.OfType<string>());
    }

    public IReadOnlyList<FieldOption> Options(FieldState field) =>
        [.. field.Options.Select(o => new FieldOption(o.Value, Option(field.Field, o.Value), o.Hint?.Here))];

    /// <summary>The province of a commune, to offer its neighbours.</summary>
    public string? ProvinceOf(string? commune) =>
        commune is null ? null : reference.Current.FindUnit(commune, clock.Today())?.ProvinceCode;

    /// <summary>All communes of a province, or all provinces, for a unit that must be written.</summary>
    public IReadOnlyList<FieldOption> Provinces() =>
        [.. reference.Current.Provinces(clock.Today()).Select(p => new FieldOption(p.Code, UiLanguage.Code == "en" ? p.FullNameEn : p.FullName))];

    public IReadOnlyList<FieldOption> Communes(string province) =>
        [.. reference.Current.Communes(province, clock.Today()).Select(c => new FieldOption(c.Code, UiLanguage.Code == "en" ? c.FullNameEn : c.FullName))];
}

/// <summary>What a form shows of a relative.</summary>
internal static class PersonLine
{
    public static readonly string[] Fields =
        [PersonFields.Name, PersonFields.BirthDate, PersonFields.Ethnicity, PersonFields.Nationality, PersonFields.Residence];
}
