using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Features.Catalogue.Book;
using Project06.PublicServices.Features.Catalogue.Search;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Catalogue;

/// <summary>Search by everyday words, or walk through by life event, level and agency; all of it in the address.</summary>
internal sealed class SearchServicesModel(
    CatalogueBook book, CatalogueSearch search, ProcedureBook procedures, CatalogueWords words, IStringLocalizer<GuideTexts> texts, TimeProvider clock) : PageModel
{
    private const int LongestQuery = 200, PerPage = 10, Suggestions = 6;

    [FromQuery(Name = "q")] public string? Query { get; set; }
    [FromQuery(Name = "event")] public string? Event { get; set; }
    [FromQuery(Name = "agency")] public string? Agency { get; set; }
    [FromQuery(Name = "level")] public string? Level { get; set; }
    [FromQuery(Name = "here")] public string? Here { get; set; }
    [FromQuery(Name = "p")] public string? PageNumber { get; set; }

    public CatalogueWords Words => words;
    public CatalogueBook Book => book;
    public IReadOnlyList<ServiceLine> Lines { get; private set; } = [];
    public IReadOnlyList<ServiceLine> OnlineHere { get; private set; } = [];
    public int Count { get; private set; }
    public int Number { get; private set; } = 1;
    public int First => ((Number - 1) * PerPage) + 1;
    public int Pages => (Count + PerPage - 1) / PerPage;
    public string? Mended { get; private set; }
    public CatalogueFilter Filter { get; private set; } = new();
    public LifeEvent? Happening => book.FindLifeEvent(Event);
    public bool IsAsked => Query is not null || !Filter.IsEmpty;

    public IReadOnlyList<FieldOption> EventOptions { get; private set; } = [];
    public IReadOnlyList<FieldOption> AgencyOptions { get; private set; } = [];
    public IReadOnlyList<FieldOption> LevelOptions { get; private set; } = [];

    public void OnGet()
    {
        Query = Short(Query);
        Filter = ReadFilter();
        var online = procedures.InForce(clock.Today()).ToDictionary(procedure => procedure.Code);
        OnlineHere = [.. online.Values.Select(procedure => book.Find(procedure.Code)[0]).Select(entry => Line(new CatalogueHit(entry, [], 0), online))];
        if (!IsAsked)
            return;
        var ranking = search.Rank(Query);
        var hits = search.Find(ranking, Filter);
        Count = hits.Count;
        Number = Math.Clamp(int.TryParse(PageNumber, out var number) ? number : 1, 1, Math.Max(1, Pages));
        Lines = [.. hits.Skip((Number - 1) * PerPage).Take(PerPage).Select(hit => Line(hit, online))];
        Mended = ranking.Mended;
        CountOptions(ranking);
    }

    /// <summary>A few names while somebody types.</summary>
    public IActionResult OnGetSuggest()
    {
        var online = procedures.InForce(clock.Today()).ToDictionary(procedure => procedure.Code);
        var lines = Short(Query) is { Length: >= 2 } query ? search.Suggest(query).Take(Suggestions).Select(hit => Line(hit, online)).ToList() : [];
        return new JsonResult(new
        {
            label = texts["suggest.label"].Value,
            status = (lines.Count == 0 ? texts["suggest.none"] : texts["suggest.some", lines.Count]).Value,
            items = lines.Select(line => new { name = line.Name, lang = line.Lang, note = line.Where, href = line.Href }),
        });
    }

    /// <summary>This search with one thing changed.</summary>
    public string Address(string? name = null, string? value = null)
    {
        var query = new Dictionary<string, string?> { ["q"] = Query, ["event"] = Filter.LifeEvent, ["agency"] = Filter.Promulgator, ["level"] = Filter.Level == AgencyLevels.None ? null : Level, ["here"] = Filter.OnlineHere ? "1" : null };
        if (name is not null)
            query[name] = value;
        return QueryHelpers.AddQueryString("/services", query.Where(pair => pair.Value is { Length: > 0 }));
    }

    public string PageAddress => Address() is var address && address.Contains('?', StringComparison.Ordinal) ? address + "&p={0}" : address + "?p={0}";

    private static string? Short(string? query) =>
        VietnameseText.Clean(query) is { } clean ? clean.Length > LongestQuery ? clean[..LongestQuery] : clean : null;

    private CatalogueFilter ReadFilter() => new(
        Happening?.Id,
        book.Promulgators.Any(agency => agency.Slug == Agency) ? Agency : null,
        CatalogueWords.ReadLevel(Level),
        Here == "1");

    // Each list counts what its answers would leave under the other filters.
    private void CountOptions(CatalogueRanking ranking)
    {
        var byEvent = search.Find(ranking, Filter with { LifeEvent = null });
        EventOptions = [.. book.LifeEvents
            .Select(happening => (happening, Count: byEvent.Count(hit => Members(hit).Any(entry => entry.LifeEvents.Contains(happening.Id)))))
            .Where(option => option.Count > 0 || option.happening.Id == Filter.LifeEvent)
            .Select(option => new FieldOption(option.happening.Id, $"{words.Event(option.happening)} ({option.Count})"))];
        var byAgency = search.Find(ranking, Filter with { Promulgator = null }).SelectMany(hit => Members(hit).Select(entry => entry.PromulgatorSlug).Distinct())
            .GroupBy(slug => slug).ToDictionary(group => group.Key, group => group.Count());
        AgencyOptions = [.. book.Promulgators
            .Where(agency => byAgency.ContainsKey(agency.Slug) || agency.Slug == Filter.Promulgator)
            .Select(agency => new FieldOption(agency.Slug, $"{words.Agency(agency.Name)} ({byAgency.GetValueOrDefault(agency.Slug)})"))];
        var byLevel = search.Find(ranking, Filter with { Level = AgencyLevels.None });
        LevelOptions = [.. CatalogueWords.Each
            .Select(level => (level, Count: byLevel.Count(hit => Members(hit).Any(entry => (entry.Levels & level) != 0))))
            .Where(option => option.Count > 0 || option.level == Filter.Level)
            .Select(option => new FieldOption(CatalogueWords.Slug(option.level), $"{words.Level(option.level)} ({option.Count})"))];
    }

    private static IEnumerable<CatalogueEntry> Members(CatalogueHit hit) => hit.Variants.Prepend(hit.Entry);

    private ServiceLine Line(CatalogueHit hit, Dictionary<string, Procedure> online)
    {
        var entry = hit.Entry;
        var here = online.GetValueOrDefault(entry.Code);
        var where = string.Join(" · ", new[] { entry.Promulgator.Length > 0 ? words.Agency(entry.Promulgator) : null, entry.Levels == AgencyLevels.None ? null : words.Levels(entry.Levels) }.OfType<string>());
        var name = here?.Name.Here ?? (CatalogueWords.IsEnglish ? entry.EnglishName : null);
        return new ServiceLine(
            entry.Code, $"/services/{entry.Code}", name ?? entry.Name, name is null ? CatalogueWords.Vietnamese : null,
            here is null && name is not null ? entry.Name : null, here?.Texts.Summary.Here, where, here is not null, entry.Description is not null,
            [.. hit.Variants.Select(variant => (variant.Code, variant.Name, $"{words.Agency(variant.Promulgator)} · {words.Levels(variant.Levels)}"))]);
    }
}

/// <param name="Lang">Of the name, where it isn't the page's.</param>
/// <param name="Original">The Vietnamese name under a translated one.</param>
internal sealed record ServiceLine(
    string Code, string Href, string Name, string? Lang, string? Original, string? Summary, string Where, bool IsOnlineHere, bool IsDescribed,
    IReadOnlyList<(string Code, string Name, string Where)> Variants);
