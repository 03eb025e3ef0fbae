using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.Transparency.Data;

namespace Project06.Transparency.Features.Disputes.Office;

/// <summary>Disputed looks of the organisations that the actor heads; all of them for the administrator. Nobody's name stands here.</summary>
internal sealed class ListDisputesModel(TransparencyDbContext db, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<AccessDispute> Disputes { get; private set; } = [];

    public bool IsLate(AccessDispute dispute) => dispute.IsOpen && dispute.DueAt < clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Disputes = await db.Disputes.AsNoTracking().AnswerableBy(User.Actor())
            .OrderBy(d => d.AnsweredAt != null).ThenByDescending(d => d.AnsweredAt).ThenBy(d => d.DueAt).Take(Most).ToListAsync(cancellationToken);
}
