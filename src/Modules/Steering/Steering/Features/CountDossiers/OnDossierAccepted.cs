using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using Project06.Steering.Data;

namespace Project06.Steering.Features.CountDossiers;

internal sealed class OnDossierAccepted(SteeringDbContext db) : IEventHandler<DossierAccepted>
{
    public async Task HandleAsync(DossierAccepted happened, EventContext context, CancellationToken cancellationToken) =>
        (await db.FactAsync(happened.DossierId, cancellationToken)).Accept(happened.AcceptedAt, happened.DueAt);
}
