using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees.Refunds;

/// <summary>What a leader's offices must give back: to decide, and on its way. Names nobody.</summary>
internal sealed class ListRefundsModel(PublicServicesDbContext db, IMediator mediator) : PageModel, ILoadsPage
{
    private const int Most = 100;

    /// <summary>Each refund has its own field, so that no two have one id.</summary>
    public static string CommentName(Guid refund) => $"Comment-{refund:N}";

    public IReadOnlyList<(Refund Refund, string Code)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var organisations = FeeCase.OverseenBy(User.Actor());
        var rows = await db.Set<Refund>().AsNoTracking()
            .Where(r => organisations.Contains(r.Organisation) && r.State != RefundState.Done && r.State != RefundState.Declined)
            .OrderBy(r => r.RequestedAt).Take(Most)
            .Join(db.Set<Payment>(), r => r.PaymentId, p => p.Id, (r, p) => new { Refund = r, p.DossierId })
            .Join(db.Dossiers, x => x.DossierId, d => d.Id, (x, d) => new { x.Refund, d.Code }).ToListAsync(cancellationToken);
        Lines = [.. rows.OrderBy(r => r.Refund.RequestedAt).Select(r => (r.Refund, r.Code.Value))];
    }

    public async Task<IActionResult> OnPostAsync(Guid refund, bool approved, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new DecideRefund(refund, FeeCase.OverseenBy(User.Actor()), User.Actor().PersonId, approved, Request.Form[CommentName(refund)]), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error with { Field = error.Field is null ? null : CommentName(refund) }, cancellationToken)
            : Redirect("/fees/refunds");
    }
}
