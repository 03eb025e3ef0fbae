using System.Text.RegularExpressions;

namespace Project06.PublicServices.Features.Catalogue.Search;

/// <param name="Text">A term of the index.</param>
/// <param name="Slots">The words of the question that it answers, a bit each.</param>
internal readonly record struct QuestionTerm(string Text, float Weight, ulong Slots);

/// <summary>A question taken apart.</summary>
/// <param name="Asked">Folded words, what they mean included.</param>
/// <param name="Phrases">Runs of words that may be somebody's name, with the share of the question they make.</param>
internal sealed record Question(
    string? Code, string? Mended, IReadOnlyList<QuestionTerm> Terms, IReadOnlyList<float> SlotWorth, IReadOnlySet<string> Asked,
    IReadOnlyList<(string Key, float Share)> Phrases)
{
    /// <summary>How much of the question is answered, 0 to 1.</summary>
    public float Covered(ulong slots)
    {
        float all = 0, met = 0;
        for (var i = 0; i < SlotWorth.Count; i++)
        {
            all += SlotWorth[i];
            if ((slots & (1UL << i)) != 0)
                met += SlotWorth[i];
        }
        return all == 0 ? 1 : met / all;
    }
}

/// <summary>Takes a question apart: mends words, leaves out what says nothing, adds what everyday words mean.</summary>
internal sealed partial class QuestionReader(SearchIndex index, SearchWords words)
{
    private const int MostWords = 40, LongestPhrase = 9;
    private readonly Spelling spelling = new(index, words);

    public Question Read(string text)
    {
        var code = CodeInText().Match(text) is { Success: true } match ? match.Value : null;
        var typed = Tokens.Of(text);
        var asked = spelling.Mend(typed);
        if (asked.Count > MostWords)
            asked = asked[..MostWords];
        var mended = asked.SequenceEqual(typed.Take(MostWords)) ? null : string.Join(' ', asked.Select(token => token.Folded));
        var says = asked.Select(token => !words.IsFiller(token)).ToArray();
        if (!says.Any(one => one))
            Array.Fill(says, true);
        var meanings = words.Meant(asked).ToList();

        var terms = new Dictionary<string, QuestionTerm>();
        var worth = new float[asked.Count];
        var own = asked.Select(token => words.IsWeak(token) ? 0.35f : 1).ToArray();
        foreach (var (at, meaning) in meanings)
            foreach (var i in at)
            {
                own[i] = Math.Min(own[i], meaning.Weight == Weight.Beside ? 0.8f : 0.25f);
                says[i] = says[i] || at.Length == 1;
                worth[i] = meaning.Weight == Weight.Beside ? worth[i] : Math.Max(worth[i], meaning.Weight == Weight.Strong ? 6 : 4);
            }
        for (var i = 0; i < asked.Count; i++)
        {
            if (says[i])
            {
                worth[i] = Math.Max(worth[i], Math.Clamp(index.Rarity(asked[i].Folded), 1.5f, 6) * (words.IsWeak(asked[i]) ? 0.3f : 1));
                Add(asked[i].Folded, 0.7f * own[i], 1UL << i);
                if (asked[i].HasMarks)
                    Add("=" + asked[i].Written, 0.25f * own[i], 1UL << i);
            }
            if (i > 0 && (says[i] || says[i - 1]))
                Add(asked[i - 1].Folded + " " + asked[i].Folded, (says[i] && says[i - 1] ? 1 : 0.3f) * Math.Min(own[i], own[i - 1]),
                    (says[i - 1] ? 1UL << (i - 1) : 0) | (says[i] ? 1UL << i : 0));
        }
        var known = asked.Select(token => token.Folded).ToHashSet();
        foreach (var (at, meaning) in meanings)
            foreach (var meant in meaning.Meant)
            {
                var slots = at.Aggregate(0UL, (all, i) => all | (1UL << i));
                var scale = MathF.Min(1, 2.2f / meant.Count) * (meaning.Meant.Count > 1 ? 0.8f : 1) * (meaning.Weight == Weight.Strong ? 1.7f : 1);
                for (var i = 0; i < meant.Count; i++)
                {
                    known.Add(meant[i].Folded);
                    if (words.IsFiller(meant[i]) && meant.Count > 1)
                        continue;
                    // One word of several isn't the thing yet; two side by side are.
                    Add(meant[i].Folded, 0.7f * scale, meant.Count == 1 ? slots : 0);
                    if (meant[i].HasMarks)
                        Add("=" + meant[i].Written, 0.25f * scale, 0);
                    if (i > 0)
                        Add(meant[i - 1].Folded + " " + meant[i].Folded, scale, slots);
                }
            }
        return new Question(code, mended, [.. terms.Values], worth, known, Phrases(asked, says));

        void Add(string term, float weight, ulong slots)
        {
            if (index.Knows(term))
                terms[term] = terms.TryGetValue(term, out var there)
                    ? there with { Weight = Math.Max(there.Weight, weight), Slots = there.Slots | slots }
                    : new QuestionTerm(term, weight, slots);
        }
    }

    /// <summary>The question with its last word finished.</summary>
    public string Complete(string begun)
    {
        var tokens = Tokens.Of(begun);
        if (tokens.Count == 0 || !char.IsLetterOrDigit(begun[^1]))
            return begun;
        var word = spelling.Complete(tokens.Count > 1 ? tokens[^2].Folded : "", tokens[^1].Folded);
        return word is null ? begun : begun[..(begun.LastIndexOf(' ') + 1)] + word;
    }

    private List<(string, float)> Phrases(List<Token> asked, bool[] says)
    {
        var all = says.Count(one => one);
        var phrases = new List<(string, float)>();
        for (var from = 0; from < asked.Count; from++)
            for (var length = Math.Min(LongestPhrase, asked.Count - from); length > 0; length--)
            {
                var run = asked.GetRange(from, length);
                var key = Tokens.Key(run);
                if (index.Called(key).Count > 0 && Enumerable.Range(from, length).Count(i => says[i]) is > 0 and var told)
                    phrases.Add((key, Math.Min(1, (float)told / all)));
            }
        return phrases;
    }

    [GeneratedRegex(@"\b\d\.\d{6,9}(-Xoa)?\b")]
    private static partial Regex CodeInText();
}
