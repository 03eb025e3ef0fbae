using System.Text.Json.Nodes;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>
/// Walks a form once, first field to last: what is visible, what is known already and from where, what must be asked
/// and what is wrong. Changes nothing and looks nothing up but what it is given.
/// </summary>
internal sealed class FormBuilder(ReferenceBook reference)
{
    /// <param name="answers">What was saved so far; answers of fields that aren't visible now are left alone and ignored.</param>
    public FormState Build(Procedure procedure, JsonObject answers, PeopleBook people)
    {
        var walk = new FormWalk(procedure, answers, people, reference.Current);
        return new FormState(procedure, [.. procedure.Pages.Select(walk.Page)]);
    }

    /// <summary>An official's form: what the dossier says stands as it was filed.</summary>
    /// <param name="answers">The dossier's answers, and what officials filled in.</param>
    public IReadOnlyList<FieldState> BuildOffice(Procedure procedure, IReadOnlyList<Field> form, JsonObject answers, PeopleBook people)
    {
        var walk = new FormWalk(procedure, answers, people, reference.Current);
        walk.TakeAsFiled(answers);
        return [.. form.Select(walk.Single)];
    }
}

/// <summary>One walk; values gathered so far are what conditions and sources further on read.</summary>
internal sealed class FormWalk
{
    private readonly JsonObject answers;
    private readonly PeopleBook people;
    private readonly ReferenceSnapshot reference;
    private readonly Dictionary<string, JsonNode> values = [];
    private readonly Dictionary<string, Field> fields;

    public FormWalk(Procedure procedure, JsonObject answers, PeopleBook people, ReferenceSnapshot reference)
    {
        (this.answers, this.people, this.reference) = (answers, people, reference);
        fields = procedure.Fields.Concat(procedure.OfficeFields).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    public void TakeAsFiled(JsonObject filed)
    {
        foreach (var (field, value) in filed)
            if (value is not null && fields.ContainsKey(field))
                values[field] = value.DeepClone();
    }

    public FieldState Single(Field field) => State(field, pageVisible: true);

    public PageState Page(FormPage page)
    {
        var visible = page.When?.Holds(ValueOf) ?? true;
        return new PageState(page, visible, [.. page.Fields.Select(field => State(field, visible))]);
    }

    private FieldState State(Field field, bool pageVisible)
    {
        if (!pageVisible || !(field.When?.Holds(ValueOf) ?? true))
            return new FieldState(field, false, null, null, false, false, [], null, null);

        var required = field.Required.Holds(ValueOf);
        var (known, source) = Known(field);
        var options = known is null ? Options(field) : [];
        var answered = answers.ContainsKey(field.Id);
        var value = known ?? answers[field.Id];
        var checker = new AnswerChecker(field, people, reference, values, fields);
        var error = known is not null || (!answered && !required) ? null : checker.Check(value, required, options);
        if (value is not null && error is null)
            values[field.Id] = value;
        else
            values.Remove(field.Id);
        var reported = (answers[AnswerValues.ReportedWrong] as JsonObject)?[field.Id]?.ToString();
        return new FieldState(field, true, value?.DeepClone(), source, required, answered, options, reported, error);
    }

    private (JsonNode? Value, PrefillSource? Source) Known(Field field)
    {
        foreach (var prefill in field.Prefill.Where(Applies))
            if (Read(prefill.Source).Select(read => Standing(field, read)).OfType<string>().FirstOrDefault() is { } value)
                return (Node(field, value), prefill.Source);

        var offered = Offered(field);
        return offered is [var only] ? (Node(field, only.Value), only.Source) : (null, null);
    }

    private (string Value, PrefillSource Source)[] Offered(Field field) =>
    [
        .. field.OptionsFrom.Where(Applies)
            .SelectMany(prefill => Read(prefill.Source).Select(read => Standing(field, read)).OfType<string>().Select(value => (Value: value, prefill.Source)))
            .DistinctBy(offer => offer.Value),
    ];

    // A commune that the nation's records still name may have gone into another: then that one stands here, and where it
    // was split it is asked.
    private string? Standing(Field field, string value) => field.Type != FieldType.Unit ? value
        : reference.StandingFor(value, people.Today) is [{ Level: UnitLevel.Commune } one] ? one.Code : null;

    private IReadOnlyList<FieldChoice> Options(Field field)
    {
        var offered = Offered(field);
        if (offered.Length > 1)
            return [.. offered.Select(offer => new FieldChoice(offer.Value, null, Whose(offered, offer.Value, field)))];
        if (field.Options.Count > 0)
            return [.. field.Options.Where(option => option.When?.Holds(ValueOf) ?? true)];
        return field.Codes is null
            ? []
            : [.. reference.Codes(field.Codes, people.Today).Select(code => new FieldChoice(code.Code, new Words(code.NameVi, code.NameEn)))];
    }

    // "Cha" under the father's surname: the label of the field that the value was read from.
    private Words? Whose((string Value, PrefillSource Source)[] offered, string value, Field field)
    {
        var source = offered.First(offer => offer.Value == value).Source;
        return field.Type != FieldType.Person && source.PersonField is { } person ? fields[person].Label : null;
    }

    private bool Applies(Prefill prefill) => prefill.When?.Holds(ValueOf) ?? true;

    private IEnumerable<string> Read(PrefillSource source)
    {
        var person = source.PersonField is null
            ? people.Requester
            : AnswerValues.PersonId(values.GetValueOrDefault(source.PersonField)) is { } id ? people.Find(id) : null;
        return person is null ? [] : source.Attribute.Read(person, people).Where(value => !string.IsNullOrEmpty(value)).OfType<string>();
    }

    private string? ValueOf(string name)
    {
        if (fields.ContainsKey(name))
            return AnswerValues.Text(values.GetValueOrDefault(name));
        var dot = name.LastIndexOf('.');
        if (dot < 0 || !PersonAttribute.All.TryGetValue(name[dot..], out var attribute))
            return null;
        var person = name[..dot] == PrefillSource.Requester ? null : name[..dot];
        return Read(new PrefillSource(person, attribute)).FirstOrDefault();
    }

    private static JsonNode Node(Field field, string value) =>
        field.Type == FieldType.Person ? AnswerValues.Person(Guid.Parse(value)) : JsonValue.Create(value);
}
