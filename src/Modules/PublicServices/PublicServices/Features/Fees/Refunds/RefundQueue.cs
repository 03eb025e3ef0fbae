using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>How many refunds wait for a leader's yes or no.</summary>
internal sealed class RefundQueue(PublicServicesDbContext db)
{
    public Task<int> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var organisations = FeeCase.OverseenBy(actor);
        return db.Set<Refund>().CountAsync(r => organisations.Contains(r.Organisation) && r.State == RefundState.Requested, cancellationToken);
    }
}
