using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using Project06.Steering.Data;

namespace Project06.Steering.Features.CountDossiers;

internal sealed class OnDossierReopened(SteeringDbContext db) : IEventHandler<DossierReopened>
{
    public async Task HandleAsync(DossierReopened happened, EventContext context, CancellationToken cancellationToken) =>
        (await db.FactAsync(happened.DossierId, cancellationToken)).Reopen(happened.DueAt);
}
