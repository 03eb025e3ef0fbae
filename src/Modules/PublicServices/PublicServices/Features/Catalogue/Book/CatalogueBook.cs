using Project06.BuildingBlocks.Text;

namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>Something that happens to people, and the procedures that come with it, the first ones first.</summary>
internal sealed record LifeEvent(string Id, string Vi, string En, IReadOnlyList<string> Words, IReadOnlyList<string> Codes);

/// <summary>The whole national catalogue in memory; read at start, never changed.</summary>
internal sealed class CatalogueBook(IReadOnlyList<CatalogueEntry> entries, IReadOnlyList<RetiredCode> retired, IReadOnlyList<LifeEvent> events)
{
    /// <summary>The day the catalogue was read off the national portal.</summary>
    public static DateOnly ReadOn { get; } = new(2026, 7, 18);

    private readonly ILookup<string, CatalogueEntry> byCode = entries.ToLookup(entry => entry.Code);
    private readonly Dictionary<string, RetiredCode> retiredByCode = retired.ToDictionary(code => code.Code);

    public IReadOnlyList<CatalogueEntry> Entries => entries;

    /// <summary>This one, and what it lacks.</summary>
    public CatalogueBook With(IEnumerable<CatalogueEntry> more) =>
        new([.. entries, .. more.Where(entry => !byCode.Contains(entry.Code))], retired, events);
    public IReadOnlyList<RetiredCode> Retired => retired;
    public IReadOnlyList<LifeEvent> LifeEvents => events;

    /// <summary>Those under a code: one, or two where provinces used the same; none for an unknown code.</summary>
    public IReadOnlyList<CatalogueEntry> Find(string code) => [.. byCode[code]];

    public RetiredCode? FindRetired(string code) => retiredByCode.GetValueOrDefault(code);
    public LifeEvent? FindLifeEvent(string? id) => events.FirstOrDefault(e => e.Id == id);

    /// <summary>Agencies and how much each issued: ministries first, then provinces, each by name.</summary>
    public IReadOnlyList<(string Name, string Slug, int Count)> Promulgators { get; } =
    [
        .. entries.Where(entry => entry.Promulgator.Length > 0)
            .GroupBy(entry => entry.Promulgator)
            .Select(group => (group.Key, group.First().PromulgatorSlug, group.Count(), group.First().IsOfProvince))
            .OrderBy(agency => agency.IsOfProvince).ThenBy(agency => agency.Key, VietnameseText.Order)
            .Select(agency => (agency.Key, agency.PromulgatorSlug, agency.Item3)),
    ];
}
