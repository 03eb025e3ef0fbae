using System.Text.RegularExpressions;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Which people of the nation a page names, by full name or number.</summary>
internal sealed partial class NamedPeople
{
    private readonly Dictionary<string, List<Guid>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Guid> _byNumber = [];
    private readonly Dictionary<Guid, (string Name, string Number, string[] Parts)> _people = [];
    private readonly HashSet<string> _declared = new(StringComparer.OrdinalIgnoreCase);
    private int _longest;

    private NamedPeople()
    {
    }

    /// <summary>Everybody in the database as it is now, and the names of children who aren't in it yet.</summary>
    public static async Task<NamedPeople> ReadAsync(TestDatabase database)
    {
        var read = new NamedPeople();
        var rows = await database.QueryAsync<string>("""
            SELECT concat_ws('|', id, number, surname, middle_name, given_name) FROM population.persons
            """);
        foreach (var parts in rows.Select(r => r.Normalize().Split('|')))
            read.Add(Guid.Parse(parts[0]), parts[1], [.. parts[2..].Where(part => part.Length > 0)]);
        var declared = await database.QueryAsync<string>("""
            SELECT concat_ws(' ', answers->>'child-surname', nullif(answers->>'child-middle-name', ''), answers->>'child-given-name')
            FROM (SELECT answers FROM public_services.dossiers WHERE state <> 9 UNION ALL SELECT answers FROM public_services.drafts WHERE filed_at IS NULL) d
            WHERE answers ? 'child-given-name'
            """);
        read._declared.UnionWith(declared.Select(name => name.Normalize()));
        return read;
    }

    public string Describe(IEnumerable<Guid> people) => string.Join("; ", people.Select(id => _people.TryGetValue(id, out var p) ? $"{p.Name} {p.Number} {id}" : $"{id}"));

    /// <summary>Whether a page's pieces name the person: by number, by full name, or by surname, middle and given name each for itself.</summary>
    public bool Names(IReadOnlyCollection<string> pieces, Guid person)
    {
        if (!_people.TryGetValue(person, out var p))
            return false;
        var text = string.Join(" | ", pieces);
        return Digits(text).Contains(p.Number)
            || $" {string.Join(' ', Words(text))} ".Contains($" {p.Name} ", StringComparison.OrdinalIgnoreCase)
            || p.Parts.All(part => pieces.Any(piece => piece.Trim() == part));
    }

    /// <summary>
    /// The people a text names, each as those who may be meant: one where the number stands there or nobody shares
    /// the name. Names of children who have no record yet mean nobody, and so do shared names of less than three words.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Guid>> In(string text)
    {
        var found = Digits(text).Where(_byNumber.ContainsKey).Select(number => (IReadOnlyList<Guid>)[_byNumber[number]]).ToList();
        var words = Words(text);
        for (var start = 0; start < words.Count; start++)
        {
            for (var count = Math.Min(_longest, words.Count - start); count >= 2; count--)
            {
                var name = string.Join(' ', words.Skip(start).Take(count));
                var known = _byName.GetValueOrDefault(name);
                if (known is null && !_declared.Contains(name))
                    continue;
                if (known is not null && !_declared.Contains(name) && (count >= 3 || known.Count == 1))
                    found.Add(known);
                start += count - 1;
                break;
            }
        }
        return found;
    }

    private void Add(Guid id, string number, string[] parts)
    {
        var name = string.Join(' ', parts);
        _people[id] = (name, number, parts);
        _byNumber[number] = id;
        if (!_byName.TryGetValue(name, out var same))
            _byName[name] = same = [];
        same.Add(id);
        _longest = Math.Max(_longest, name.Split(' ').Length);
    }

    private static HashSet<string> Digits(string text) =>
        [.. TwelveDigits().Matches(text).Select(m => string.Concat(m.Value.Where(char.IsAsciiDigit)))];

    private static List<string> Words(string text) => [.. text.Normalize().Split(
        [' ', '\t', '\r', '\n', '\u00a0', ',', '.', ';', ':', '(', ')', '·', '–', '“', '”', '"', '/', '|'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"(?<!\d)\d(?:\s?\d){11}(?!\d)")]
    private static partial Regex TwelveDigits();
}
