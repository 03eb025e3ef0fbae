using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Project06.PublicServices.Procedures;

/// <summary>Reads pages and fields. Whatever a field refers to must stand before it, so that a form can be walked once.</summary>
internal sealed partial class PagesReader(FolderTexts texts, LoadErrors errors)
{
    private readonly Dictionary<string, Field> known = [];
    private readonly Dictionary<string, FormPage> pageOf = [];

    public IReadOnlyDictionary<string, Field> Fields => known;

    /// <summary>Whether every dossier has a value for the field.</summary>
    public bool IsAlwaysThere(Field field) =>
        field.Required.IsAlways && field.When is null && pageOf[field.Id].When is null;

    public IReadOnlyList<FormPage> Read(YamlMap procedure)
    {
        var pages = new List<FormPage>();
        foreach (var map in procedure.Maps("pages", required: true))
        {
            var id = Id(map, pages.Select(page => page.Id));
            var when = Condition(map, "when", thisPage: []);
            var fields = new List<Field>();
            foreach (var field in map.Maps("fields", required: true))
                if (ReadField(field, fields) is { } added)
                    fields.Add(added);
            map.Done();
            var page = new FormPage(id, fields, when, texts.Words($"pages.{id}.title"), texts.Optional($"pages.{id}.lead"));
            pages.Add(page);
            foreach (var field in fields)
                (known[field.Id], pageOf[field.Id]) = (field, page);
        }
        return pages;
    }

    private Field? ReadField(YamlMap map, List<Field> thisPage)
    {
        var id = Id(map, known.Keys.Concat(thisPage.Select(field => field.Id)));
        if (map.OneOf<FieldType>("type") is not { } type)
            return null;
        var options = ReadOptions(map, id, thisPage);
        var field = new Field
        {
            Id = id,
            Type = type,
            Label = texts.Words($"fields.{id}.label"),
            Hint = texts.Optional($"fields.{id}.hint"),
            Missing = texts.Optional($"fields.{id}.missing"),
            Required = Condition(map, "required", thisPage) ?? Procedures.Condition.Never,
            When = Condition(map, "when", thisPage),
            Prefill = Sources(map, "prefill", type, thisPage),
            OptionsFrom = Sources(map, "options-from", type, thisPage, many: true),
            Options = options,
            Codes = map.Text("codes", required: false),
            MaxLength = map.Number("max-length", required: false) ?? DefaultLength(type),
            Mask = map.Text("mask", required: false),
            NotAfterToday = map.Text("not-after", required: false) is not null,
            NotBeforeToday = map.Text("not-before", required: false) is "today",
            NotBeforeField = map.Has("not-before") && map.Text("not-before") is { } before && before != "today" ? before : null,
            Min = map.Number("min", required: false),
            Max = map.Number("max", required: false),
            MaxFiles = map.Number("max-files", required: false) ?? 1,
            MaxMegabytes = map.Number("max-megabytes", required: false) ?? 10,
            Widget = map.OneOf<FieldWidget>("widget", required: false) ?? FieldWidget.Default,
            Autocomplete = map.Text("autocomplete", required: false),
        };
        map.Done();
        Check(map, field, thisPage);
        return field;
    }

    private void Check(YamlMap map, Field field, List<Field> thisPage)
    {
        if (field.Type == FieldType.Choice && field.Options.Count == 0 && field.Codes is null && field.OptionsFrom.Count == 0)
            map.Error($"the choice '{field.Id}' needs 'options', 'codes' or 'options-from'");
        if (field.Options.Count > 0 && field.Type != FieldType.Choice)
            map.Error($"only a choice has 'options'; '{field.Id}' is {YamlMap.Kebab(field.Type)}", "options");
        if (field.Codes is not null && !KnownNames.CodeSystems.Contains(field.Codes))
            map.Error($"'{field.Codes}' is no code table; known are {string.Join(", ", KnownNames.CodeSystems)}", "codes");
        if (field.MaxLength is < 1 or > 4000)
            map.Error("'max-length' must be 1 to 4000", "max-length");
        if (field.Mask is not null && field.Type != FieldType.Text)
            map.Error("only a text has a 'mask'", "mask");
        if (map.Has("not-after") && map.Text("not-after") is not (null or "today"))
            map.Error("'not-after' can only be today", "not-after");
        if (field.NotBeforeField is { } other && Find(other, thisPage) is not { Type: FieldType.Date })
            map.Error($"'not-before' must be today or a date field that comes before; '{other}' isn't", "not-before");
        if (field.Type != FieldType.Date && (map.Has("not-after") || map.Has("not-before")))
            map.Error("only a date has 'not-after' and 'not-before'", map.Has("not-after") ? "not-after" : "not-before");
        if (field.Type != FieldType.Number && (map.Has("min") || map.Has("max")))
            map.Error("only a number has 'min' and 'max'", map.Has("min") ? "min" : "max");
    }

    private FieldChoice[] ReadOptions(YamlMap map, string fieldId, List<Field> thisPage)
    {
        var options = new List<FieldChoice>();
        foreach (var node in map.Sequence("options"))
        {
            var (value, when) = node is YamlMappingNode mapping
                ? ReadOption(new YamlMap(mapping, map.File, errors), thisPage)
                : (node.ToString(), null);
            if (value is null)
                continue;
            if (options.Any(option => option.Value == value))
                errors.Add(map.File, node.Start.Line, $"the option '{value}' is there twice");
            options.Add(new FieldChoice(value, texts.Words($"fields.{fieldId}.options.{value}"),
                texts.Optional($"fields.{fieldId}.option-hints.{value}"), when));
        }
        return [.. options];
    }

    private (string? Value, Condition? When) ReadOption(YamlMap map, List<Field> thisPage)
    {
        var read = (map.Text("value"), Condition(map, "when", thisPage));
        map.Done();
        return read;
    }

    /// <summary>Items are a source, or <c>source when condition</c>.</summary>
    private Prefill[] Sources(YamlMap map, string key, FieldType type, List<Field> thisPage, bool many = false)
    {
        var sources = new List<Prefill>();
        foreach (var (text, line) in map.Texts(key))
        {
            var parts = text.Split(" when ", 2);
            if (Source(parts[0].Trim(), thisPage) is not { } source)
            {
                errors.Add(map.File, line, $"'{parts[0].Trim()}' is no known source: a source is 'requester' or a person field that comes before, "
                    + $"with one of {string.Join(", ", PersonAttribute.All.Keys.Where(suffix => suffix.Length > 0))} or nothing");
                continue;
            }
            if (!source.Attribute.Fits(type))
                errors.Add(map.File, line, $"'{source.Name}' gives a {YamlMap.Kebab(source.Attribute.Type)}, the field is {YamlMap.Kebab(type)}");
            if (source.Attribute.Many && !many)
                errors.Add(map.File, line, $"'{source.Name}' may be several; it belongs in 'options-from'");
            sources.Add(new Prefill(source, parts.Length > 1 ? Parse(parts[1], map.File, line, thisPage, ownPage: true) : null));
        }
        return [.. sources];
    }

    private Condition? Condition(YamlMap map, string key, List<Field> thisPage) =>
        map.Text(key, required: false) is { } text ? Parse(text, map.File, map.LineOf(key), thisPage, ownPage: false) : null;

    private Condition? Parse(string text, string file, long line, List<Field> thisPage, bool ownPage)
    {
        try
        {
            var condition = ConditionParser.Parse(text);
            foreach (var operand in condition.Root.Operands)
                CheckOperand(operand, text, file, line, thisPage, ownPage);
            return condition;
        }
        catch (ConditionException unread)
        {
            errors.Add(file, line, $"the condition '{text}' {unread.Message} (column {unread.Column})");
            return Procedures.Condition.Never;
        }
    }

    private void CheckOperand(ConditionNode.Operand operand, string text, string file, long line, List<Field> thisPage, bool ownPage)
    {
        var where = $"the condition '{text}' (column {operand.Column})";
        if (Find(operand.Name, ownPage ? thisPage : []) is { } field)
        {
            if (operand.YesNo && field.Type != FieldType.YesNo)
                errors.Add(file, line, $"{where} takes '{operand.Name}' for a yes or no; it is {YamlMap.Kebab(field.Type)}");
            if (field.Options.Count > 0)
                foreach (var literal in operand.Literals.Where(literal => field.Options.All(option => option.Value != literal)))
                    errors.Add(file, line, $"{where} compares '{operand.Name}' with '{literal}', which isn't one of its options");
            return;
        }
        if (Source(operand.Name, thisPage) is { } source && operand.Name.Contains('.', StringComparison.Ordinal) && !operand.YesNo && !source.Attribute.Many)
            return;
        errors.Add(file, line, thisPage.Any(other => other.Id == operand.Name)
            ? $"{where} reads '{operand.Name}' of the same page; without a script the page couldn't follow"
            : $"{where} reads '{operand.Name}', which is no field that comes before");
    }

    private Field? Find(string id, List<Field> thisPage) =>
        known.GetValueOrDefault(id) ?? thisPage.FirstOrDefault(field => field.Id == id);

    private PrefillSource? Source(string name, List<Field> thisPage)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (person, suffix) = dot < 0 ? (name, "") : (name[..dot], name[dot..]);
        if (!PersonAttribute.All.TryGetValue(suffix, out var attribute))
            return null;
        if (person == PrefillSource.Requester)
            return new PrefillSource(null, attribute);
        return Find(person, thisPage) is { Type: FieldType.Person } ? new PrefillSource(person, attribute) : null;
    }

    private static int DefaultLength(FieldType type) => type switch
    {
        FieldType.Name => 120,
        FieldType.Phone => 20,
        FieldType.LongText => 1000,
        _ => 200,
    };

    private string Id(YamlMap map, IEnumerable<string> taken)
    {
        var id = map.Text("id") ?? $"line-{map.Line}";
        if (!IdShape().IsMatch(id) || id is PrefillSource.Requester or AnswerValues.ReportedWrong)
            map.Error($"'{id}' can't be an id: small letters, digits and hyphens, a letter first", "id");
        if (taken.Contains(id))
            map.Error($"'{id}' is there twice", "id");
        return id;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex IdShape();
}
