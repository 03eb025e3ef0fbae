using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Desk.Queue;

/// <summary>The dossiers of the actor's offices, by time left.</summary>
internal sealed class QueueModel(DeskQueue queue, ProcedureBook procedures, TimeLeftWords left) : PageModel
{
    [FromQuery(Name = "tab")] public string? TabSlug { get; set; }
    [FromQuery(Name = "procedure")] public string? ProcedureCode { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "page")] public string? PageNumber { get; set; }

    public DeskTab Tab => DeskTabs.Parse(TabSlug);
    public IReadOnlyDictionary<DeskTab, int> Counts { get; private set; } = new Dictionary<DeskTab, int>();
    public QueuePage Found { get; private set; } = null!;
    public IReadOnlyList<FieldOption> ProcedureOptions { get; private set; } = [];
    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(ProcedureCode);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = new DeskScope(User.Actor(), procedures);
        Counts = await queue.CountAsync(scope, cancellationToken);
        var page = int.TryParse(PageNumber, out var number) ? number : 1;
        Found = await queue.ReadAsync(scope, new QueueFilter(Tab, ProcedureCode, Search, page), cancellationToken);
        ProcedureOptions = [.. scope.Procedures.GroupBy(p => p.Code).Select(g => new FieldOption(g.Key, g.Last().Name.Here))];
    }

    public TimeLeft Left(QueueItem item) => left.Of(item.Procedure, item.Row.PromisedAt, item.Row.Waits, item.Row.EndedAt);
}
