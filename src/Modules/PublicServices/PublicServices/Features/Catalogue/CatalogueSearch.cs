using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Catalogue;

/// <summary>Finds procedures by the words people use, with or without marks, best first.</summary>
internal static class CatalogueSearch
{
    // Words that stand in any question and say nothing about which service is meant.
    private static readonly HashSet<string> Empty =
    [
        "toi", "em", "anh", "chi", "can", "lam", "gi", "muon", "cho", "thi", "o", "dau", "nhu", "the", "nao", "de", "va", "ve", "thu", "tuc",
        "i", "my", "a", "an", "to", "do", "how", "what", "for", "want", "need", "of", "and", "in",
    ];

    public static IReadOnlyList<Procedure> Find(IEnumerable<Procedure> procedures, string? query)
    {
        var asked = VietnameseText.Fold(query ?? "");
        if (asked.Length == 0)
            return [.. procedures];
        var words = asked.Split(' ').Where(word => !Empty.Contains(word)).DefaultIfEmpty(asked).Distinct().ToArray();
        return
        [
            .. procedures.Select(procedure => (Procedure: procedure, Score: Score(procedure, asked, words)))
                .Where(found => found.Score > 0)
                .OrderByDescending(found => found.Score)
                .ThenBy(found => found.Procedure.Name.Vi, VietnameseText.Order)
                .Select(found => found.Procedure),
        ];
    }

    // The code, then a whole phrase that people say, then single words; more than half of the words must be there.
    private static int Score(Procedure procedure, string asked, string[] words)
    {
        if (procedure.Code == asked)
            return 1000;
        string[] names = [VietnameseText.Fold(procedure.Name.Vi), VietnameseText.Fold(procedure.Name.En)];
        string[] sayings = [.. names, .. procedure.Texts.Keywords.Select(VietnameseText.Fold)];
        var phrase = sayings.Any(saying => saying == asked) ? 400
            : names.Any(name => name.Contains(asked, StringComparison.Ordinal)) ? 300
            : sayings.Any(saying => saying.Contains(asked, StringComparison.Ordinal) || asked.Contains(saying, StringComparison.Ordinal)) ? 200
            : 0;
        var known = sayings.SelectMany(saying => saying.Split(' ')).ToHashSet();
        var told = VietnameseText.Fold($"{procedure.Texts.Summary.Vi} {procedure.Texts.Summary.En}").Split(' ', ',', '.').ToHashSet();
        var hits = words.Count(known.Contains);
        var weak = words.Count(word => !known.Contains(word) && told.Contains(word));
        return phrase > 0 || (hits + weak) * 2 > words.Length ? phrase + (hits * 10) + weak : 0;
    }
}
