using Project06.PublicServices.Contracts;

namespace Project06.PublicServices.Procedures;

/// <summary>Reads the papers of a folder, and compares what they show with its form and with the effects that issue them.</summary>
internal sealed class PaperReader(PagesReader form, LoadErrors errors)
{
    private const string Prefix = "paper.", Suffix = ".yaml";

    public IReadOnlyDictionary<string, PaperTemplate> Read(string folder, string shown)
    {
        var papers = new Dictionary<string, PaperTemplate>();
        if (!Directory.Exists(folder))
            return papers;
        foreach (var path in Directory.GetFiles(folder, Prefix + "*" + Suffix).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
            if (YamlMap.Open(path, $"{shown}/{Path.GetFileName(path)}", errors) is { } map)
                papers[name] = ReadOne(map, name);
        }
        return papers;
    }

    /// <summary>Each effect names a paper that is there, each paper is issued by one, and is a result with a name.</summary>
    public static void Check(YamlMap map, Procedure procedure)
    {
        var named = new HashSet<string>();
        foreach (var use in procedure.Effects.Values.Where(use => use.Type == typeof(IssuePaper)))
            foreach (var name in use.Mappings.Where(mapping => mapping.Property == "template").SelectMany(mapping => Names(procedure, mapping)))
            {
                named.Add(name);
                if (!procedure.Papers.ContainsKey(name))
                    map.Error($"the effect '{use.Key}' issues the paper '{name}', but there is no paper.{name}.yaml", "effects");
                if (!procedure.Results.ContainsKey(name))
                    map.Error($"the paper '{name}' is none of the 'results'", "results");
            }
        foreach (var unused in procedure.Papers.Keys.Where(name => !named.Contains(name)))
            map.Error($"no effect issues the paper '{unused}'");
    }

    private static IEnumerable<string> Names(Procedure procedure, Mapping mapping) => mapping.Constant is { } name
        ? [name]
        : (procedure.Fields.GetValueOrDefault(mapping.From) ?? procedure.OfficeFields.GetValueOrDefault(mapping.From))?.Options is { Count: > 0 } options
            ? options.Select(option => option.Value)
            : [mapping.From];

    private PaperTemplate ReadOne(YamlMap map, string name)
    {
        var template = new PaperTemplate(
            name, Filled(map, "title") ?? "", Filled(map, "subtitle", required: false), Filled(map, "number") ?? "", Filled(map, "signed-as") ?? "",
            [.. map.Maps("sections", required: true).Select(ReadSection)]);
        map.Done();
        return template;
    }

    private PaperSection ReadSection(YamlMap map)
    {
        var section = new PaperSection(
            Filled(map, "heading", required: false), Filled(map, "text", required: false), form.FieldCondition(map, "when"),
            [.. map.Maps("lines").Select(ReadLine)]);
        map.Done();
        return section;
    }

    private PaperLine ReadLine(YamlMap map)
    {
        var line = new PaperLine(
            Filled(map, "label") ?? "", Filled(map, "value") ?? "", form.FieldCondition(map, "when"), map.Flag("checked"));
        map.Done();
        return line;
    }

    private string? Filled(YamlMap map, string key, bool required = true)
    {
        var text = map.Text(key, required);
        foreach (var place in PaperTemplate.Places(text ?? "").Where(place => !PaperTemplate.Own.Contains(place) && !form.CanBeWritten(place)))
            map.Error($"'{{{place}}}' is no field of this procedure, nothing known of a person in it, and none of {string.Join(", ", PaperTemplate.Own)}", key);
        return text;
    }
}
