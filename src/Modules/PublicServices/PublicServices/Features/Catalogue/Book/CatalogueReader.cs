using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>Reads <c>data/catalogue</c>: the catalogue, the ministries' annexes, the descriptions and what people call things.</summary>
internal static class CatalogueReader
{
    public static CatalogueBook Read(string folder)
    {
        string File(string name) => Path.Combine(folder, name);

        var everyday = CsvRows.Read(File("everyday.csv")).ToDictionary(row => row("code"), row => (English: row("en"), Sayings: Split(row("sayings"))));
        var essential = CsvRows.Read(File("essential_services.csv")).SelectMany(row => Split(row("procedure_codes"))).ToHashSet();
        var events = CsvRows.Read(File("life_events.csv")).Select(row => new LifeEvent(row("id"), row("vi"), row("en"), Split(row("words")), Split(row("codes")))).ToList();
        var eventsOf = events.SelectMany(e => e.Codes.Select(code => (code, e.Id))).ToLookup(pair => pair.code, pair => pair.Id);
        var annexes = CsvRows.Read(File("ministries.csv.gz")).Select(row => (Code: row("code"), Row: row)).ToList();
        var annexOf = annexes.ToDictionary(annex => annex.Code, annex => annex.Row);
        var described = Describe(File("details.jsonl.gz"), isFromMinistry: false).Concat(Describe(File("details_ministries.jsonl.gz"), isFromMinistry: true))
            .ToDictionary(text => text.Code);

        var entries = new List<CatalogueEntry>();
        foreach (var row in CsvRows.Read(File("catalogue.csv.gz")))
        {
            var code = row("code");
            var annex = annexOf.GetValueOrDefault(code);
            var text = described.GetValueOrDefault(code);
            var called = everyday.GetValueOrDefault(code);
            var departments = Split(row("executing_departments"));
            entries.Add(new CatalogueEntry
            {
                Code = code,
                Name = PlainLetters(row("name")),
                EnglishName = called.English is { Length: > 0 } english ? english : null,
                Promulgator = Promulgators.Clean(row("promulgator")),
                Sectors = Split(row("sectors")),
                Departments = departments,
                Subjects = Split(row("subjects")),
                Levels = LevelReader.Of(text.Levels, annex?.Invoke("level"), row("name"), departments, row("promulgator")),
                IsInternal = row("type") == "STANDARD_INTERNAL",
                IsEssential = essential.Contains(code),
                Sayings = called.Sayings ?? [],
                LifeEvents = [.. eventsOf[code]],
                Told = text.Told ?? "",
                Annex = annex is null ? null : Facts(annex),
                Description = text.Description,
            });
        }
        var listed = entries.Select(entry => entry.Code).ToHashSet();
        var retired = annexes.Where(annex => !listed.Contains(annex.Code))
            .Select(annex => new RetiredCode(annex.Code, PlainLetters(annex.Row("name")), annex.Row("ministry"))).ToList();
        foreach (var code in everyday.Keys.Concat(essential).Concat(events.SelectMany(e => e.Codes)).Where(code => !listed.Contains(code)))
            throw new InvalidDataException($"data/catalogue names procedure {code}, which the catalogue hasn't.");
        return new CatalogueBook(entries, retired, events);
    }

    private static IEnumerable<(string Code, string[] Levels, string Told, Description Description)> Describe(string path, bool isFromMinistry)
    {
        using var reader = new StreamReader(CsvRows.Open(path), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var json = Encoding.UTF8.GetBytes(line);
            var description = new Description(json, isFromMinistry);
            using var document = JsonDocument.Parse(json);
            string[] levels = document.RootElement.TryGetProperty("levels", out var told) ? [.. told.EnumerateArray().Select(level => level.GetString()!)] : [];
            var text = description.Read();
            yield return (document.RootElement.GetProperty("code").GetString()!, levels,
                string.Join(". ", text.Results.Concat(text.Papers.SelectMany(group => group.Papers).Take(6).Select(paper => paper.Name.Length > 120 ? paper.Name[..120] : paper.Name))),
                description);
        }
    }

    private static AnnexFacts Facts(Func<string, string> row) => new(
        row("decision_no"),
        row("executing_agency"),
        row("competent_authority"),
        [
            .. new[] { ("ONLINE", "online"), ("DIRECT", "direct"), ("POSTAL", "postal") }
                .Select(c => new ChannelTime(c.Item1, row(c.Item2 + "_time"), row(c.Item2 + "_unit"))).Where(time => time.Time.Length > 0),
        ],
        Number(row("fee_vnd_min")),
        Number(row("fee_vnd_max")),
        (int?)Number(row("documents_listed")),
        Split(row("legal_basis_numbers")));

    private static long? Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<string> Split(string list) =>
        [.. list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    // Some offices publish in capitals only, which nobody reads with pleasure in Vietnamese.
    private static string PlainLetters(string name)
    {
        var text = name.Trim().TrimEnd('.', ' ', ';');
        if (text.Count(char.IsUpper) <= text.Count(char.IsLetter) * 0.7 || text.Length < 12)
            return text;
        var lower = text.ToLower(CultureInfo.GetCultureInfo("vi-VN"));
        return char.ToUpper(lower[0], CultureInfo.GetCultureInfo("vi-VN")) + lower[1..];
    }
}
