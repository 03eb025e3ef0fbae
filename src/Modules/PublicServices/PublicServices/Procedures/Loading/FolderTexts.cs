using System.Text;
using YamlDotNet.RepresentationModel;

namespace Project06.PublicServices.Procedures;

/// <summary>
/// The texts of a folder in both languages, by dotted path. Both files must have exactly what the procedure shows:
/// a path that is missing in either, or that nobody asks for, is an error.
/// </summary>
internal sealed class FolderTexts
{
    private readonly LoadErrors errors;
    private readonly Language vi;
    private readonly Language en;
    private readonly HashSet<string> asked = [];
    private readonly List<FolderTexts> others = [];

    // What a folder says of itself it says in its own words.
    private static readonly string[] Own = ["name", "summary", "who", "how", "time-limit", "result", "keywords"];

    private FolderTexts(Language vi, Language en, LoadErrors errors) => (this.vi, this.en, this.errors) = (vi, en, errors);

    public static FolderTexts Open(string folder, string shown, LoadErrors errors) => new(
        Language.Open(folder, shown, "texts.vi.yaml", errors), Language.Open(folder, shown, "texts.en.yaml", errors), errors);

    /// <summary>Texts of another folder stand in where this one has none: of the parts that are taken from there.</summary>
    public void TakeFrom(string folder, string shown) => others.Add(Open(folder, shown, new LoadErrors()));

    /// <summary>A text that must be there in both languages.</summary>
    public Words Words(string path) => Read(path, required: true)!;

    /// <summary>A text that may be left out, in both languages together.</summary>
    public Words? Optional(string path) => Read(path, required: false);

    /// <summary>A list of texts, the same length in both.</summary>
    public IReadOnlyList<Words> List(string path) =>
        [.. Enumerable.Range(0, Math.Max(1, Math.Max(vi.Count(path), en.Count(path)))).Select(i => Words($"{path}.{i}"))];

    /// <summary>A list in each language by itself, such as search words.</summary>
    public IReadOnlyList<string> Separate(string path)
    {
        foreach (var language in new[] { vi, en })
            if (language.Count(path) == 0)
                Report(language, path);
        return [.. new[] { vi, en }.SelectMany(language => Enumerable.Range(0, language.Count(path)).Select(i => language.Take($"{path}.{i}", asked)!))];
    }

    /// <summary>Reports texts that nothing shows.</summary>
    public void Done()
    {
        foreach (var language in new[] { vi, en })
            foreach (var (path, line) in language.Unasked(asked))
                errors.Add(language.File, line, $"nothing in procedure.yaml shows the text '{path}'");
    }

    private Words? Read(string path, bool required)
    {
        var (inVi, inEn) = (vi.Take(path, asked), en.Take(path, asked));
        if (inVi is null && inEn is null && !Own.Contains(path.Split('.')[0]))
            foreach (var other in others)
                if (other.Read(path, required: false) is { } taken)
                    return taken;
        if (inVi is null && inEn is null && !required)
            return null;
        if (inVi is null)
            Report(vi, path);
        if (inEn is null)
            Report(en, path);
        return new Words(inVi ?? "", inEn ?? "");
    }

    private void Report(Language language, string path)
    {
        if (language.IsThere)
            errors.Add(language.File, language.NearestLine(path), $"the {language.Name} text '{path}' is missing");
    }

    private sealed class Language(string file, string name, bool isThere, Dictionary<string, (string? Text, long Line)> entries)
    {
        public string File => file;
        public string Name => name;
        public bool IsThere => isThere;

        public static Language Open(string folder, string shown, string fileName, LoadErrors errors)
        {
            var file = $"{shown}/{fileName}";
            var entries = new Dictionary<string, (string?, long)>();
            var map = YamlMap.Open(Path.Combine(folder, fileName), file, errors);
            foreach (var key in map?.Keys ?? [])
                Flatten(key, map!.Node(key), entries);
            return new Language(file, fileName == "texts.vi.yaml" ? "Vietnamese" : "English", map is not null, entries);
        }

        public string? Take(string path, HashSet<string> asked)
        {
            asked.Add(path);
            return entries.TryGetValue(path, out var entry) && entry.Text?.Length > 0 ? entry.Text : null;
        }

        public int Count(string path) => Enumerable.Range(0, int.MaxValue).TakeWhile(i => entries.ContainsKey($"{path}.{i}")).Count();

        public long NearestLine(string path)
        {
            for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
                if (entries.TryGetValue(path[..end], out var entry))
                    return entry.Line;
            return 1;
        }

        public IEnumerable<(string Path, long Line)> Unasked(HashSet<string> asked) =>
            entries.Where(entry => entry.Value.Text is not null && !asked.Contains(entry.Key)).Select(entry => (entry.Key, entry.Value.Line));

        private static void Flatten(string path, YamlNode node, Dictionary<string, (string?, long)> into)
        {
            into[path] = (node is YamlScalarNode scalar ? scalar.Value?.Normalize(NormalizationForm.FormC).Trim() : null, node.Start.Line);
            if (node is YamlMappingNode mapping)
                foreach (var (key, value) in mapping.Children)
                {
                    Flatten($"{path}.{key}", value, into);
                    if (value is not YamlScalarNode)
                        into[$"{path}.{key}"] = (null, key.Start.Line);
                }
            if (node is YamlSequenceNode sequence)
                for (var i = 0; i < sequence.Children.Count; i++)
                    Flatten($"{path}.{i}", sequence.Children[i], into);
        }
    }
}
