using Project06.PublicServices.Features.Catalogue.Book;

namespace Project06.PublicServices.Features.Catalogue.Search;

/// <param name="Entry">The one that people are most likely to need.</param>
/// <param name="Variants">The same procedure at other levels or of other provinces.</param>
internal sealed record CatalogueHit(CatalogueEntry Entry, IReadOnlyList<CatalogueEntry> Variants, float Score);

/// <summary>Narrows what is found; null or empty: not narrowed.</summary>
internal sealed record CatalogueFilter(string? LifeEvent = null, string? Promulgator = null, AgencyLevels Level = AgencyLevels.None, bool OnlineHere = false)
{
    public bool IsEmpty => LifeEvent is null && Promulgator is null && Level == AgencyLevels.None && !OnlineHere;
}

/// <param name="Scores">By the catalogue's order; empty where nothing can be meant.</param>
/// <param name="Mended">What was searched for in the end, where a word was mended.</param>
/// <param name="Coded">The one whose code was asked for.</param>
internal sealed record CatalogueRanking(float[] Scores, bool IsBrowsing, string? Mended, CatalogueHit? Coded);

/// <summary>Finds procedures by the words people use, with or without marks, best first.</summary>
internal sealed class CatalogueSearch
{
    private const float Enough = 0.28f, Relative = 0.12f;

    private readonly CatalogueBook book;
    private readonly SearchIndex index;
    private readonly QuestionReader reader;
    private readonly Standing standing;
    private readonly int[] groupOf;
    private readonly IReadOnlySet<string> onlineHere;

    /// <param name="book">The catalogue.</param>
    /// <param name="words">Everyday words.</param>
    /// <param name="sayings">What folders say people call them, by code; these can be filed here.</param>
    public CatalogueSearch(CatalogueBook book, SearchWords words, IReadOnlyDictionary<string, IReadOnlyList<string>> sayings)
    {
        this.book = book;
        index = new SearchIndex(book.Entries, sayings, book.LifeEvents);
        reader = new QuestionReader(index, words);
        standing = new Standing(book.Entries, words, sayings.Keys.ToHashSet());
        onlineHere = sayings.Keys.ToHashSet();
        var groups = new Dictionary<string, int>();
        groupOf = [.. book.Entries.Select(entry => SameProcedure.Key(entry)).Select(key => groups.TryAdd(key, groups.Count) ? groups.Count - 1 : groups[key])];
    }

    /// <summary>What somebody may be about to ask.</summary>
    public IReadOnlyList<CatalogueHit> Suggest(string begun) => Find(reader.Complete(begun));

    public IReadOnlyList<CatalogueHit> Find(string? query, CatalogueFilter? filter = null) => Find(Rank(query), filter ?? new CatalogueFilter());

    /// <summary>Weighs every procedure once, to be narrowed in several ways.</summary>
    public CatalogueRanking Rank(string? query)
    {
        var question = reader.Read(query ?? "");
        if (question.Code is { } code && book.Find(code) is { Count: > 0 } coded)
            return new CatalogueRanking([], false, null, new CatalogueHit(coded[0], [.. coded.Skip(1)], float.MaxValue));
        var browsing = question.Terms.Count == 0;
        return new CatalogueRanking(browsing && (query ?? "").Trim().Length > 0 ? [] : Score(question), browsing, question.Mended, null);
    }

    public IReadOnlyList<CatalogueHit> Find(CatalogueRanking ranking, CatalogueFilter filter) =>
        ranking.Coded is { } coded ? [coded] : Gather(ranking.Scores, filter, ranking.IsBrowsing);

    private float[] Score(Question question)
    {
        var count = book.Entries.Count;
        var scores = new float[count];
        if (question.Terms.Count == 0)
        {
            for (var i = 0; i < count; i++)
                scores[i] = standing.Of(i);
            return scores;
        }
        var met = new ulong[count];
        foreach (var term in question.Terms)
        {
            var worth = term.Weight * index.Rarity(term.Text);
            foreach (var posting in index.Find(term.Text))
            {
                scores[posting.Entry] += worth * posting.Weight;
                met[posting.Entry] |= term.Slots;
            }
        }
        for (var i = 0; i < count; i++)
        {
            if (scores[i] == 0)
                continue;
            var covered = question.Covered(met[i]);
            scores[i] = covered < Enough ? 0 : scores[i] * (0.35f + (0.65f * covered)) * standing.Of(i) * standing.Unasked(i, question.Asked);
        }
        foreach (var (key, share) in question.Phrases)
            foreach (var i in index.Called(key))
                scores[i] += 14 * share * share * standing.Of(i);
        return scores;
    }

    private List<CatalogueHit> Gather(float[] scores, CatalogueFilter filter, bool browsing)
    {
        var best = scores.Length == 0 ? 0 : scores.Max();
        var events = filter.LifeEvent is null ? null : book.FindLifeEvent(filter.LifeEvent)?.Codes;
        var found = new Dictionary<int, List<int>>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= (browsing ? 0 : best * Relative) || !Passes(book.Entries[i], filter, events))
                continue;
            if (!found.TryGetValue(groupOf[i], out var group))
                found[groupOf[i]] = group = [];
            group.Add(i);
        }
        var hits = found.Values.Select(group =>
        {
            group.Sort((one, other) => scores[other].CompareTo(scores[one]));
            return new CatalogueHit(book.Entries[group[0]], [.. group.Skip(1).Select(i => book.Entries[i])], scores[group[0]]);
        });
        // A life event's own order is somebody's judgement; use it where nothing was asked.
        return browsing && events is not null
            ? [.. hits.OrderBy(hit => IndexOf(events, hit.Entry.Code)).ThenByDescending(hit => hit.Score)]
            : [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Entry.Code, StringComparer.Ordinal)];
    }

    private bool Passes(CatalogueEntry entry, CatalogueFilter filter, IReadOnlyList<string>? events) =>
        (filter.LifeEvent is null || (events?.Contains(entry.Code) ?? false))
        && (filter.Promulgator is null || entry.PromulgatorSlug == filter.Promulgator)
        && (filter.Level == AgencyLevels.None || (entry.Levels & filter.Level) != 0)
        && (!filter.OnlineHere || onlineHere.Contains(entry.Code));

    private static int IndexOf(IReadOnlyList<string> codes, string code)
    {
        for (var i = 0; i < codes.Count; i++)
            if (codes[i] == code)
                return i;
        return int.MaxValue;
    }
}
