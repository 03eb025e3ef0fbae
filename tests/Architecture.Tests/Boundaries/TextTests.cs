using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Project06.Architecture.Tests.Boundaries;

public sealed partial class TextTests
{
    public static TheoryData<string> Resources => new(Product.Files("*.resx", "src")
        .Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal)).Select(Product.Relative).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Resources))]
    public void Texts_AreThereInBothLanguages(string file)
    {
        var (vi, en) = (Read(file), Read(English(file)));

        Assert.Empty(vi.Keys.Except(en.Keys).Select(k => "not in English: " + k));
        Assert.Empty(en.Keys.Except(vi.Keys).Select(k => "not in Vietnamese: " + k));
        Assert.Empty(vi.Concat(en).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => "empty: " + t.Key));
    }

    // It may take fewer: forms of address are Vietnamese.
    [Theory]
    [MemberData(nameof(Resources))]
    public void English_TakesNoArgumentThatVietnameseLacks(string file)
    {
        var en = Read(English(file));

        var different = Read(file).Where(t => en.TryGetValue(t.Key, out var other) && !Arguments(other).IsSubsetOf(Arguments(t.Value)))
            .Select(t => $"{t.Key}: “{t.Value}” / “{en[t.Key]}”");

        Assert.Empty(different);
    }

    [Fact]
    public void Keys_WrittenInSource_HaveTexts()
    {
        var missing = new List<string>();
        var checkedKeys = 0;
        foreach (var file in Product.Files("*.cs", "src").Concat(Product.Files("*.cshtml", "src")))
        {
            var source = File.ReadAllText(file);
            foreach (var (variable, type) in Localizers(file, source))
            {
                var resource = ResourceOf(file, type);
                if (resource is null)
                {
                    missing.Add($"{Product.Relative(file)}: no resx for {type}");
                    continue;
                }
                var texts = Read(resource);
                foreach (Match use in Regex.Matches(source, $@"(?<![\w.]){Regex.Escape(variable)}\[\s*(?:[^""\]]*\?\s*)?""([^""$]+)""(?:\s*:\s*""([^""$]+)"")?\s*[,\]]"))
                {
                    foreach (var key in use.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value))
                    {
                        checkedKeys++;
                        if (!texts.ContainsKey(key))
                            missing.Add($"{Product.Relative(file)}: {type} has no “{key}”");
                    }
                }
            }
        }

        Assert.Empty(missing);
        Assert.True(checkedKeys > 300, $"Only {checkedKeys} keys were found: the search is broken.");
    }

    private static IEnumerable<(string Variable, string Type)> Localizers(string file, string source)
    {
        var found = Localizer().Matches(source).Select(m => (Variable: m.Groups[2].Value, Type: m.Groups[1].Value.Split('.')[^1])).ToList();
        if (file.EndsWith(".cshtml", StringComparison.Ordinal))
        {
            for (var folder = Path.GetDirectoryName(file); folder is not null && folder.StartsWith(Repository.Root, StringComparison.Ordinal); folder = Path.GetDirectoryName(folder))
            {
                var imports = Path.Combine(folder, "_ViewImports.cshtml");
                if (File.Exists(imports) && imports != file)
                    found.AddRange(Localizer().Matches(File.ReadAllText(imports)).Select(m => (m.Groups[2].Value, m.Groups[1].Value.Split('.')[^1])));
            }
        }
        // What stands nearest to the use wins.
        return found.DistinctBy(l => l.Variable).ToList();
    }

    private static string? ResourceOf(string file, string type)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.StartsWith(Repository.Root, StringComparison.Ordinal); folder = Path.GetDirectoryName(folder))
        {
            if (!Directory.EnumerateFiles(folder, "*.csproj").Any())
                continue;
            var resource = Path.Combine(folder, "Resources", type + ".resx");
            return File.Exists(resource) ? Product.Relative(resource) : null;
        }
        return null;
    }

    private static string English(string file) => Path.ChangeExtension(file, null) + ".en.resx";

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Repository.PathOf(file)).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")?.Value ?? "");

    private static HashSet<string> Arguments(string text) => [.. Argument().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Argument();

    [GeneratedRegex(@"IStringLocalizer<([\w.]+)>\s+(\w+)")]
    private static partial Regex Localizer();
}
