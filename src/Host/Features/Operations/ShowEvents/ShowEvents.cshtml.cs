using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Host.Data;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.Host.Features.Operations.ShowEvents;

/// <summary>How events flow between the modules, what is stuck, and what the administrator must know.</summary>
internal sealed class ShowEventsModel(
    Outboxes outboxes, OperationsLog log, IMediator mediator, ReferenceBook reference, TimeProvider clock) : PageModel
{
    public IReadOnlyList<OutboxState> States { get; private set; } = [];

    public IReadOnlyList<FailingDelivery> Failing { get; private set; } = [];

    public IReadOnlyList<OperationEntry> Log { get; private set; } = [];

    public IReadOnlyList<OperatorNoticeLine> Notices { get; private set; } = [];

    /// <summary>Calendars that end within two months, with their last day.</summary>
    public IReadOnlyList<(string OfficeKind, DateOnly? LastDay)> EndingCalendars { get; private set; } = [];

    public DateTimeOffset AsOf { get; private set; }

    /// <summary>Consumers with parked deliveries, to replay together.</summary>
    public IEnumerable<IGrouping<(string Schema, string Consumer), FailingDelivery>> ParkedConsumers =>
        Failing.Where(f => f.IsParked).GroupBy(f => (f.Schema, f.Consumer));

    public Guid Me => User.Actor().AccountId;

    [TempData]
    public int? Replayed { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        AsOf = clock.VietnamNow();
        States = await outboxes.StatesAsync(cancellationToken);
        Failing = await outboxes.FailingAsync(cancellationToken);
        Log = await log.LatestAsync(cancellationToken);
        Notices = await mediator.Send(new FindOperatorNotices(), cancellationToken);
        var today = clock.Today();
        EndingCalendars = [.. reference.Current.CalendarCoverage.Where(c => c.EndsWithin(today)).Select(c => (c.OfficeKind, c.LastDay(today)))];
    }

    public async Task<IActionResult> OnPostReplayAllAsync(string? schema, string? consumer, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(schema) || string.IsNullOrEmpty(consumer) || (await outboxes.StatesAsync(cancellationToken)).All(s => s.Schema != schema))
            return NotFound();
        await log.WriteAsync(User.Actor(), OperationAction.ReplayAll, $"{schema}/{consumer}", null, null, cancellationToken);
        Replayed = await outboxes.ReplayConsumerAsync(schema, consumer, cancellationToken);
        return Redirect(OperationsLinks.Events);
    }
}
