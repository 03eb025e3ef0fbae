using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Project06.PublicServices.Procedures;

/// <summary>Reads pages and fields. Whatever a field refers to must stand before it, so that a form can be walked once.</summary>
internal sealed partial class PagesReader(FolderTexts texts, LoadErrors errors, OtherFolders others)
{
    private readonly Dictionary<string, Field> known = [];
    private readonly Dictionary<string, FormPage> pageOf = [];

    private readonly Dictionary<string, Field> office = [];

    public IReadOnlyDictionary<string, Field> Fields => known;

    /// <summary>Fields of officials' forms.</summary>
    public IReadOnlyDictionary<string, Field> OfficeFields => office;

    /// <summary>Whether every dossier has a value for the field.</summary>
    public bool IsAlwaysThere(Field field) =>
        field.Required.IsAlways && field.When is null && pageOf.GetValueOrDefault(field.Id)?.When is null;

    public IReadOnlyList<FormPage> Read(YamlMap procedure)
    {
        var pages = new List<FormPage>();
        foreach (var map in procedure.Maps("pages", required: true).SelectMany(OwnOrTaken))
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

    // "from" takes another folder's pages in, all of them or those that "only" names.
    private IReadOnlyList<YamlMap> OwnOrTaken(YamlMap map)
    {
        if (!map.Has("from"))
            return [map];
        var only = map.Texts("only").Select(page => page.Text).ToArray();
        var folder = others.Find(map, "from", texts);
        map.Done();
        if (folder is null)
            return [];
        var pages = folder.Maps("pages").Where(page => only.Length == 0 || only.Contains(page.Text("id"))).ToArray();
        foreach (var missing in only.Where(id => pages.All(page => page.Text("id") != id)))
            map.Error($"'{missing}' is no page of that folder", "only");
        return pages;
    }

    /// <summary>The fields of an action's form. A text instead of a field stands for one that an earlier action has.</summary>
    public IReadOnlyList<Field> ReadOfficeForm(YamlMap action)
    {
        var fields = new List<Field>();
        foreach (var node in action.Sequence("form", required: true))
        {
            if (node is YamlMappingNode mapping)
            {
                if (ReadField(new YamlMap(mapping, action.File, errors), fields, PrefillSource.Office) is { Type: not FieldType.File } field)
                    fields.Add(field);
                else
                    errors.Add(action.File, node.Start.Line, "an office's form takes no files");
            }
            else if (office.TryGetValue(PrefillSource.Office + node, out var earlier))
            {
                fields.Add(earlier);
            }
            else
            {
                errors.Add(action.File, node.Start.Line, $"no action before has the field '{node}'");
            }
        }
        foreach (var field in fields)
            office[field.Id] = field;
        return fields;
    }

    private Field? ReadField(YamlMap map, List<Field> thisPage, string prefix = "")
    {
        var id = prefix + Id(map, known.Keys.Concat(office.Keys).Concat(thisPage.Select(field => field.Id)), prefix);
        if (map.OneOf<FieldType>("type") is not { } type)
            return null;
        var path = prefix.Length == 0 ? $"fields.{id}" : id;
        var options = ReadOptions(map, path, thisPage);
        var field = new Field
        {
            Id = id,
            Type = type,
            Label = texts.Words($"{path}.label"),
            Hint = texts.Optional($"{path}.hint"),
            Missing = texts.Optional($"{path}.missing"),
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

    private FieldChoice[] ReadOptions(YamlMap map, string path, List<Field> thisPage)
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
            options.Add(new FieldChoice(value, texts.Words($"{path}.options.{value}"),
                texts.Optional($"{path}.option-hints.{value}"), when));
        }
        return [.. options];
    }

    private (string? Value, Condition? When) ReadOption(YamlMap map, List<Field> thisPage)
    {
        var read = (map.Text("value"), Condition(map, "when", thisPage));
        map.Done();
        return read;
    }

    private static int DefaultLength(FieldType type) => type switch
    {
        FieldType.Name => 120,
        FieldType.Phone => 20,
        FieldType.LongText => 1000,
        _ => 200,
    };

    private static string Id(YamlMap map, IEnumerable<string> taken, string prefix = "")
    {
        var id = map.Text("id") ?? $"line-{map.Line}";
        if (!IdShape().IsMatch(id) || id is PrefillSource.Requester or FollowUp.EnteredPerson or AnswerValues.ReportedWrong)
            map.Error($"'{id}' can't be an id: small letters, digits and hyphens, a letter first", "id");
        if (taken.Contains(prefix + id))
            map.Error($"'{id}' is there twice", "id");
        return id;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex IdShape();
}
