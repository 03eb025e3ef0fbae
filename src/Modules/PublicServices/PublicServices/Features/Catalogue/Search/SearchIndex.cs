using Project06.PublicServices.Features.Catalogue.Book;

namespace Project06.PublicServices.Features.Catalogue.Search;

/// <summary>
/// Words and pairs of words of every procedure, with how much each says (BM25 over weighted fields). Words as written, with
/// their tones, count a little on top of the same words without.
/// </summary>
internal sealed class SearchIndex
{
    private const float Saturation = 1.2f, LengthMatters = 0.55f, NameWeight = 3, SayingWeight = 3, SectorWeight = 0.7f, ToldWeight = 0.35f, EventWeight = 0.8f;

    // Names of a hundred words list cases; being long says nothing about them any more.
    private const int LongName = 24;

    private readonly Dictionary<string, Posting[]> postings;
    private readonly Dictionary<string, List<int>> sayings = [];
    private readonly int count;

    public SearchIndex(IReadOnlyList<CatalogueEntry> entries, IReadOnlyDictionary<string, IReadOnlyList<string>> moreSayings, IReadOnlyList<LifeEvent> events)
    {
        count = entries.Count;
        var eventWords = events.ToDictionary(e => e.Id, e => string.Join(" . ", e.Words));
        var building = new Dictionary<string, List<Posting>>();
        var lengths = new float[count];
        for (var i = 0; i < count; i++)
        {
            var entry = entries[i];
            var terms = new Dictionary<string, float>();
            var said = entry.Sayings.Concat(moreSayings.GetValueOrDefault(entry.Code) ?? []).Append(entry.EnglishName ?? "").ToList();
            Add(terms, entry.Name, NameWeight);
            foreach (var saying in said)
                Add(terms, saying, SayingWeight);
            foreach (var sector in entry.Sectors)
                Add(terms, sector, SectorWeight);
            foreach (var id in entry.LifeEvents)
                Add(terms, eventWords[id], EventWeight);
            Add(terms, entry.Told, ToldWeight);
            lengths[i] = Math.Min(Tokens.Of(entry.Name).Count, LongName);
            foreach (var (term, weight) in terms)
            {
                if (!building.TryGetValue(term, out var list))
                    building[term] = list = [];
                list.Add(new Posting(i, weight));
            }
            foreach (var key in said.Append(entry.Name).Select(text => Tokens.Key(Tokens.Of(text))).Where(key => key.Length > 0).Distinct())
            {
                if (!sayings.TryGetValue(key, out var whose))
                    sayings[key] = whose = [];
                whose.Add(i);
            }
        }
        var average = lengths.Average();
        postings = building.ToDictionary(term => term.Key, term => term.Value.Select(posting =>
        {
            var norm = 1 - LengthMatters + (LengthMatters * lengths[posting.Entry] / average);
            var weight = posting.Weight / norm;
            return posting with { Weight = weight / (weight + Saturation) };
        }).ToArray());
    }

    /// <summary>Who has it, and how strongly, 0 to 1.</summary>
    public ReadOnlySpan<Posting> Find(string term) => postings.GetValueOrDefault(term);

    /// <summary>Who is called exactly so, by folded words.</summary>
    public IReadOnlyList<int> Called(string key) => sayings.GetValueOrDefault(key) ?? [];

    public bool Knows(string term) => postings.ContainsKey(term);
    public int Count(string term) => postings.TryGetValue(term, out var list) ? list.Length : 0;
    public float Rarity(string term) => Count(term) is > 0 and var n ? MathF.Log(1 + ((count - n + 0.5f) / (n + 0.5f))) : 0;

    /// <summary>Single words without marks, for mending what was mistyped.</summary>
    public IEnumerable<string> Words => postings.Keys.Where(term => !term.Contains(' ') && term[0] != '=');

    private static void Add(Dictionary<string, float> terms, string text, float weight)
    {
        var tokens = Tokens.Of(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            Raise(tokens[i].Folded, weight);
            if (tokens[i].HasMarks)
                Raise("=" + tokens[i].Written, weight);
            if (i > 0)
                Raise(tokens[i - 1].Folded + " " + tokens[i].Folded, weight);
        }

        void Raise(string term, float by) => terms[term] = terms.GetValueOrDefault(term) + by;
    }
}

internal readonly record struct Posting(int Entry, float Weight);
