using Project06.PublicServices.Features.Catalogue.Book;

namespace Project06.PublicServices.Features.Catalogue.Search;

/// <summary>How likely somebody means a procedure before they say anything: what citizens use, near to them, over what few ever need.</summary>
internal sealed class Standing
{
    private readonly float[] of;
    private readonly string[][] special;

    public Standing(IReadOnlyList<CatalogueEntry> entries, SearchWords words, IReadOnlySet<string> onlineHere)
    {
        of = [.. entries.Select(entry => Of(entry, onlineHere.Contains(entry.Code)))];
        special = [.. entries.Select(entry =>
        {
            var name = Tokens.Of(entry.Name);
            return name.SelectMany((token, at) => words.SpecialCases[token.Folded].Where(phrase => Stands(phrase, name, at))).Select(Tokens.Key).Distinct().ToArray();
        })];
    }

    public float Of(int entry) => of[entry];

    /// <summary>Less for each special case in its name that the question doesn't mention.</summary>
    public float Unasked(int entry, IReadOnlySet<string> asked)
    {
        var factor = 1f;
        foreach (var phrase in special[entry])
            if (!phrase.Split(' ').All(asked.Contains))
                factor *= 0.8f;
        return Math.Max(factor, 0.4f);
    }

    private static float Of(CatalogueEntry entry, bool here)
    {
        var standing = 1f;
        if (here)
            standing += 0.3f;
        if (entry.IsEssential)
            standing += 0.2f;
        if (entry.Sayings.Count > 0)
            standing += 0.2f;
        if (entry.Description is not null)
            standing += 0.1f;
        if ((entry.Levels & AgencyLevels.Commune) != 0)
            standing += 0.12f;
        else if ((entry.Levels & AgencyLevels.Province) != 0)
            standing += 0.06f;
        if (!entry.IsForCitizens)
            standing *= 0.72f;
        if (entry.IsOfProvince)
            standing *= 0.6f;
        return entry.IsInternal ? standing * 0.5f : standing;
    }

    private static bool Stands(IReadOnlyList<Token> phrase, List<Token> name, int at)
    {
        for (var i = 0; i < phrase.Count; i++)
            if (at + i >= name.Count || name[at + i].Written != phrase[i].Written)
                return false;
        return true;
    }
}
