namespace Project06.PublicServices.Features.Catalogue.Search;

/// <summary>Mends words that no procedure has: one letter wrong, missing, too many or swapped, or two words run together.</summary>
internal sealed class Spelling(SearchIndex index, SearchWords words)
{
    private readonly ILookup<int, string> byLength = index.Words.Where(word => word.All(char.IsAsciiLetter)).ToLookup(word => word.Length);

    public List<Token> Mend(List<Token> asked)
    {
        var mended = new List<Token>(asked.Count);
        for (var i = 0; i < asked.Count; i++)
        {
            var token = asked[i];
            if (token.Folded.Length < 3 || index.Knows(token.Folded) || words.IsFiller(token) || words.Knows(token) || !token.Folded.All(char.IsAsciiLetter))
                mended.Add(token);
            else
                mended.AddRange(Mend(token, mended.Count > 0 ? mended[^1].Folded : "", i + 1 < asked.Count ? asked[i + 1].Folded : ""));
        }
        return mended;
    }

    /// <summary>The word somebody is likely to be typing after another; null where what is there may be whole.</summary>
    public string? Complete(string before, string begun)
    {
        var best = index.Words.Where(word => word.Length > begun.Length && word.StartsWith(begun, StringComparison.Ordinal))
            .Select(word => (Word: word, Count: before.Length > 0 ? index.Count(before + " " + word) : index.Count(word)))
            .OrderByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Count > (before.Length > 0 ? index.Count(before + " " + begun) : index.Count(begun)) ? best.Word : null;
    }

    private IEnumerable<Token> Mend(Token token, string before, string after)
    {
        var text = token.Folded;
        var split = Enumerable.Range(2, Math.Max(0, text.Length - 3))
            .Select(at => (First: text[..at], Second: text[at..]))
            .Where(parts => index.Knows(parts.First + " " + parts.Second))
            .OrderByDescending(parts => index.Count(parts.First + " " + parts.Second))
            .FirstOrDefault();
        if (split.First is not null)
            return [Plain(split.First), Plain(split.Second)];
        var near = Enumerable.Range(text.Length - 1, 3).SelectMany(length => byLength[length])
            .Where(word => IsNear(text, word))
            .OrderByDescending(word => (20 * index.Count(before + " " + word)) + (20 * index.Count(word + " " + after)) + index.Count(word) + (word[0] == text[0] ? 5 : 0))
            .ThenBy(word => word, StringComparer.Ordinal)
            .FirstOrDefault();
        return [near is null ? token : Plain(near)];
    }

    private static Token Plain(string text) => new(text, text);

    /// <summary>At most one letter apart, or two neighbours swapped.</summary>
    internal static bool IsNear(string one, string other)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        var same = 0;
        while (same < one.Length && one[same] == other[same])
            same++;
        var rest = one.AsSpan(same);
        var otherRest = other.AsSpan(same);
        if (one.Length != other.Length)
            return other.Length - one.Length == 1 && rest.SequenceEqual(otherRest[1..]);
        return rest.Length < 2 || rest[1..].SequenceEqual(otherRest[1..])
            || (rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]));
    }
}
