using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.Host.Data;

namespace Project06.Host.Features.Operations.ShowEvent;

/// <summary>One delivery: what it carries, why it failed, what else happened to its subject; and its repair.</summary>
internal sealed class ShowEventModel(Outboxes outboxes, OperationsLog log, IStringLocalizer<Texts> texts) : PageModel, ILoadsPage
{
    public const int ShortestReason = 10, LongestReason = 500;

    [BindProperty(SupportsGet = true)]
    public string Schema { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [TempData]
    public string? Done { get; set; }

    public FailingDelivery Delivery { get; private set; } = null!;

    public IReadOnlyList<SubjectEvent> Subject { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostReplayAsync(CancellationToken cancellationToken)
    {
        var delivery = await FindAsync(cancellationToken);
        await log.WriteAsync(User.Actor(), OperationAction.Replay, $"{Schema}/{Id}", delivery.EventId, null, cancellationToken);
        Done = await outboxes.ReplayAsync(Schema, Id, cancellationToken) ? "replayed" : "already";
        return Redirect(OperationsLinks.Event(Schema, Id));
    }

    public async Task<IActionResult> OnPostSetAsideAsync(CancellationToken cancellationToken)
    {
        var delivery = await FindAsync(cancellationToken);
        var reason = VietnameseText.Clean(Reason);
        if (reason is not { Length: >= ShortestReason and <= LongestReason })
            return await this.RefuseAsync(new Error("ops.reason", texts["ops.reason-missing", ShortestReason, LongestReason], nameof(Reason)), cancellationToken);
        await log.WriteAsync(User.Actor(), OperationAction.SetAside, $"{Schema}/{Id}", delivery.EventId, reason, cancellationToken);
        Done = await outboxes.SetAsideAsync(Schema, Id, reason, cancellationToken) ? "set-aside" : "already";
        return Redirect(OperationsLinks.Event(Schema, Id));
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Delivery = await FindAsync(cancellationToken);
        Subject = await outboxes.SubjectAsync(Schema, Delivery.Subject, cancellationToken);
    }

    private async Task<FailingDelivery> FindAsync(CancellationToken cancellationToken) =>
        await outboxes.FindAsync(Schema, Id, cancellationToken) ?? throw new NotFoundException("delivery");
}
