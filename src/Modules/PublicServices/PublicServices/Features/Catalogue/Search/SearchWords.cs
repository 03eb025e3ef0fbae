using Project06.PublicServices.Features.Catalogue.Book;

namespace Project06.PublicServices.Features.Catalogue.Search;

/// <summary>
/// What everyday words mean (<c>synonyms.csv</c>), which words say nothing (<c>fillers.txt</c>) or little
/// (<c>weak_words.txt</c>), and which parts of a name make it a special case (<c>special_cases.txt</c>), all of it data.
/// </summary>
internal sealed class SearchWords
{
    private readonly ILookup<string, Meaning> byFirst;
    private readonly ILookup<string, Token> fillers;
    private readonly ILookup<string, Token> weak;
    private readonly HashSet<string> known;

    private SearchWords(IReadOnlyList<Meaning> meanings, IEnumerable<Token> fillers, IEnumerable<Token> weak, IEnumerable<IReadOnlyList<Token>> specialCases)
    {
        known = [.. meanings.SelectMany(meaning => meaning.Said.SelectMany(part => part)).Select(token => token.Folded)];
        byFirst = meanings.OrderByDescending(meaning => meaning.Length).ToLookup(meaning => meaning.Said[0][0].Folded);
        this.fillers = fillers.ToLookup(filler => filler.Folded);
        this.weak = weak.ToLookup(word => word.Folded);
        SpecialCases = specialCases.ToLookup(phrase => phrase[0].Folded);
    }

    /// <summary>By first word; a name with one of these is meant only by somebody who says so.</summary>
    public ILookup<string, IReadOnlyList<Token>> SpecialCases { get; }

    public static SearchWords Read(string folder) => new(
        [.. CsvRows.Read(Path.Combine(folder, "synonyms.csv")).SelectMany(row => row("said").Split('|').Select(said => new Meaning(
            [.. said.Split('*').Select(Tokens.Of)],
            [.. row("meant").Split('|').Select(Tokens.Of)],
            row("weight") switch { "beside" => Weight.Beside, "instead" => Weight.Instead, "strong" => Weight.Strong, var other => throw new InvalidDataException($"synonyms.csv: {said}: {other}") })))],
        Lines(folder, "fillers.txt").SelectMany(Tokens.Of),
        Lines(folder, "weak_words.txt").SelectMany(Tokens.Of),
        Lines(folder, "special_cases.txt").Select(Tokens.Of));

    public bool IsFiller(Token token) => fillers[token.Folded].Any(token.MayMean);

    /// <summary>Who, when and how much: seldom what the question is about.</summary>
    public bool IsWeak(Token token) => weak[token.Folded].Any(token.MayMean);

    /// <summary>Whether it stands in an everyday word.</summary>
    public bool Knows(Token token) => known.Contains(token.Folded);

    /// <summary>Meanings of words in the question, the longest at each place, with where its words stand.</summary>
    public IEnumerable<(int[] At, Meaning Meaning)> Meant(IReadOnlyList<Token> asked)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            var longest = 0;
            foreach (var meaning in byFirst[asked[i].Folded])
            {
                if (meaning.Length < longest)
                    break;
                if (meaning.FindAt(asked, i) is not { } at)
                    continue;
                longest = meaning.Length;
                yield return (at, meaning);
            }
        }
    }

    private static IEnumerable<string> Lines(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
}

/// <summary>How much the everyday words themselves still count, and how much what they mean does.</summary>
internal enum Weight { Beside, Instead, Strong }

/// <param name="Said">Everyday words; where there are several parts, a few other words may stand between them.</param>
/// <param name="Meant">What the law calls it; several where one word means several things.</param>
/// <param name="Weight">Instead: the everyday words mislead. Strong: this is what the question is about.</param>
internal sealed record Meaning(IReadOnlyList<IReadOnlyList<Token>> Said, IReadOnlyList<IReadOnlyList<Token>> Meant, Weight Weight)
{
    private const int Between = 5;

    public int Length { get; } = Said.Sum(part => part.Count);

    /// <summary>Where its words stand if its first one stands there; null where it doesn't.</summary>
    public int[]? FindAt(IReadOnlyList<Token> asked, int first)
    {
        var at = new int[Length];
        var found = 0;
        var from = first;
        for (var part = 0; part < Said.Count; part++)
        {
            var until = part == 0 ? first : from + Between;
            while (from <= until && !Stands(Said[part], asked, from))
                from++;
            if (from > until)
                return null;
            for (var i = 0; i < Said[part].Count; i++)
                at[found++] = from++;
        }
        return at;
    }

    private static bool Stands(IReadOnlyList<Token> part, IReadOnlyList<Token> asked, int at)
    {
        if (at + part.Count > asked.Count)
            return false;
        for (var i = 0; i < part.Count; i++)
            if (!asked[at + i].MayMean(part[i]))
                return false;
        return true;
    }
}
