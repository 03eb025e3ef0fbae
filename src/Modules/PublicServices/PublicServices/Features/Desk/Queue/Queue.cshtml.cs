using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Desk.Queue;

/// <summary>The dossiers of the actor's offices, by time left.</summary>
internal sealed class QueueModel(
    DeskQueue queue, TogetherQueue together, OpinionQueue opinions, ProcedureBook procedures, TimeLeftWords left,
    IStringLocalizer<DeskTexts> texts) : PageModel
{
    [FromQuery(Name = "tab")] public string? TabSlug { get; set; }
    [FromQuery(Name = "procedure")] public string? ProcedureCode { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "channel")] public string? ChannelCode { get; set; }
    [FromQuery(Name = "holder")] public string? HolderSlug { get; set; }
    [FromQuery(Name = "sort")] public string? SortSlug { get; set; }
    [FromQuery(Name = "page")] public string? PageNumber { get; set; }

    public DeskTab Tab => DeskTabs.Parse(TabSlug);
    public DeskCounts Counts { get; private set; } = DeskCounts.None;
    public QueuePage Found { get; private set; } = null!;
    public IReadOnlyList<FieldOption> ProcedureOptions { get; private set; } = [];
    public QueueFilter Filter => new(
        Tab, ProcedureCode, Search, int.TryParse(PageNumber, out var number) ? number : 1,
        int.TryParse(ChannelCode, out var channel) ? channel : null, DeskTabs.ParseHolder(HolderSlug), DeskTabs.ParseSort(SortSlug));

    /// <summary>Steps of which several dossiers wait for the actor and can be taken on together.</summary>
    public IReadOnlyList<TogetherLine> Together { get; private set; } = [];
    public int OpinionsAsked { get; private set; }
    public int Alerts { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = new DeskScope(User.Actor(), procedures);
        Counts = await queue.CountAsync(scope, cancellationToken);
        Found = await queue.ReadAsync(scope, Filter, Counts, cancellationToken);
        Together = Tab == DeskTab.Mine ? await together.FindAsync(scope, cancellationToken) : [];
        OpinionsAsked = await opinions.CountOpenAsync(scope.Actor, cancellationToken);
        Alerts = await queue.CountAlertsAsync(scope.Actor, cancellationToken);
        ProcedureOptions = [.. scope.Procedures.GroupBy(p => p.Code).Select(g => new FieldOption(g.Key, g.Last().Name.Here))];
    }

    public IReadOnlyList<FieldOption> ChannelOptions => [.. new[] { "1", "2", "3" }.Select(c => new FieldOption(c, texts[$"channel.{c}"]))];
    public IReadOnlyList<FieldOption> HolderOptions => [.. Enum.GetValues<DeskHolder>().Skip(1).Select(h => new FieldOption(DeskTabs.Slug(h), texts[$"holder.{DeskTabs.Slug(h)}"]))];
    public IReadOnlyList<FieldOption> SortOptions => [.. Enum.GetValues<DeskSort>().Skip(1).Select(s => new FieldOption(DeskTabs.Slug(s), texts[$"sort.{DeskTabs.Slug(s)}"]))];

    /// <summary>Whose it is, without a name; null where nobody has taken it on.</summary>
    public string? HeldBy(QueueItem item) => item.Row.HolderId is not { } holder ? null
        : texts[holder == User.Actor().PersonId ? "held.me" : "held.colleague"].Value;

    public TimeLeft Left(QueueItem item) => left.Of(item.Procedure, item.Row.PromisedAt, item.Row.Waits, item.Row.EndedAt);
}
