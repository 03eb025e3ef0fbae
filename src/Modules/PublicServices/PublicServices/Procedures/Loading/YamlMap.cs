using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Project06.PublicServices.Procedures;

/// <summary>
/// A YAML mapping that knows where it stands and which of its keys were read; the others are errors
/// (<see cref="Done"/>). A wrong or missing value is reported and read as null.
/// </summary>
internal sealed class YamlMap(YamlMappingNode node, string file, LoadErrors errors)
{
    private readonly HashSet<string> read = [];
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value, string File)> entries =
        node.Children.ToDictionary(pair => pair.Key.ToString(), pair => (pair.Key, pair.Value, file));

    public string File => file;
    public long Line => node.Start.Line;

    public IEnumerable<string> Keys => entries.Keys;

    public void Error(string reason, string? key = null) => errors.Add(FileOf(key), LineOf(key), reason);

    /// <summary>Takes the entries of another mapping for those of these keys that this one doesn't have.</summary>
    public void Inherit(YamlMap other, IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(other.entries.ContainsKey))
            entries.TryAdd(key, other.entries[key]);
    }

    public long LineOf(string? key) => key is not null && entries.TryGetValue(key, out var entry) ? entry.Key.Start.Line : Line;

    public bool Has(string key) => entries.ContainsKey(key);

    public string? Text(string key, bool required = true)
    {
        if (Node(key, required) is not { } value)
            return null;
        if (value is YamlScalarNode { Value: { Length: > 0 } text })
            return text.Normalize(NormalizationForm.FormC);
        Error($"'{key}' must be a text", key);
        return null;
    }

    public int? Number(string key, bool required = true) => Parsed<int>(key, required, "a whole number",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    public bool Flag(string key, bool fallback = false) => Parsed<bool>(key, false, "true or false",
        text => text switch { "true" => true, "false" => false, _ => null }) ?? fallback;

    public DateOnly? Date(string key, bool required = true) => Parsed<DateOnly>(key, required, "a date such as 2026-11-21",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    public TimeOnly? Time(string key) => Parsed<TimeOnly>(key, false, "a time such as 15:00",
        text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null);

    /// <summary>One of an enum's values, written in kebab case.</summary>
    public T? OneOf<T>(string key, bool required = true) where T : struct, Enum => Parsed<T>(key, required,
        "one of " + string.Join(", ", Enum.GetValues<T>().Select(Kebab)),
        text => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Kebab(value!.Value) == text));

    public YamlMap? Map(string key, bool required = true)
    {
        if (Node(key, required) is not { } value)
            return null;
        if (value is YamlMappingNode mapping)
            return new YamlMap(mapping, FileOf(key), errors);
        Error($"'{key}' must be a list of 'key: value'", key);
        return null;
    }

    /// <summary>The entries of a sequence of mappings; empty when it isn't there.</summary>
    public IReadOnlyList<YamlMap> Maps(string key, bool required = false)
    {
        var maps = new List<YamlMap>();
        foreach (var item in Sequence(key, required))
        {
            if (item is YamlMappingNode mapping)
                maps.Add(new YamlMap(mapping, FileOf(key), errors));
            else
                errors.Add(FileOf(key), item.Start.Line, $"each item of '{key}' must be 'key: value'");
        }
        return maps;
    }

    /// <summary>The entries of a sequence of texts, with their lines.</summary>
    public IReadOnlyList<(string Text, long Line)> Texts(string key, bool required = false)
    {
        var texts = new List<(string, long)>();
        foreach (var item in Sequence(key, required))
        {
            if (item is YamlScalarNode { Value: { Length: > 0 } text })
                texts.Add((text.Normalize(NormalizationForm.FormC), item.Start.Line));
            else
                errors.Add(FileOf(key), item.Start.Line, $"each item of '{key}' must be a text");
        }
        return texts;
    }

    /// <summary>The nodes of a sequence.</summary>
    public IEnumerable<YamlNode> Sequence(string key, bool required = false)
    {
        if (Node(key, required) is not { } value)
            return [];
        if (value is YamlSequenceNode sequence)
            return sequence.Children;
        Error($"'{key}' must be a list", key);
        return [];
    }

    /// <summary>The value of a key that is there.</summary>
    public YamlNode Node(string key) => entries[key].Value;

    /// <summary>Reports the keys that nobody read.</summary>
    public void Done()
    {
        foreach (var key in entries.Keys.Where(key => !read.Contains(key)))
            Error($"'{key}' is not known here; known are {string.Join(", ", read.Order(StringComparer.Ordinal))}", key);
    }

    public static string Kebab<T>(T value) where T : struct, Enum => string.Concat(value.ToString().Select((letter, i) =>
        char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private string FileOf(string? key) => key is not null && entries.TryGetValue(key, out var entry) ? entry.File : file;

    private YamlNode? Node(string key, bool required)
    {
        read.Add(key);
        if (entries.TryGetValue(key, out var entry))
            return entry.Value;
        if (required)
            Error($"'{key}' is missing");
        return null;
    }

    private T? Parsed<T>(string key, bool required, string wanted, Func<string, T?> parse) where T : struct
    {
        if (Node(key, required) is not { } value)
            return null;
        if (value is YamlScalarNode { Value: { } text } && parse(text) is { } parsed)
            return parsed;
        Error($"'{key}' must be {wanted}", key);
        return null;
    }

    /// <summary>Reads a file whose top is a mapping; reports what YAML itself doesn't allow.</summary>
    public static YamlMap? Open(string path, string file, LoadErrors errors)
    {
        if (!System.IO.File.Exists(path))
        {
            errors.Add(file, 1, "the file is missing");
            return null;
        }
        try
        {
            var stream = new YamlStream();
            using var reader = new StreamReader(path, Encoding.UTF8);
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new YamlMap(root, file, errors);
            errors.Add(file, 1, "the file must be one list of 'key: value'");
        }
        catch (YamlException broken)
        {
            errors.Add(file, broken.Start.Line, $"this isn't YAML: {broken.Message}");
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet's scanner throws, without a position, for a bracket that stays open to the end.
            errors.Add(file, 1, "this isn't YAML: a bracket or quotation mark isn't closed");
        }
        return null;
    }
}
