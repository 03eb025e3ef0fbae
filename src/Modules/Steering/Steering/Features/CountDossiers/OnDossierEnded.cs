using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using Project06.Steering.Data;

namespace Project06.Steering.Features.CountDossiers;

internal sealed class OnDossierEnded(SteeringDbContext db) : IEventHandler<DossierEnded>
{
    public async Task HandleAsync(DossierEnded happened, EventContext context, CancellationToken cancellationToken) =>
        (await db.FactAsync(happened.DossierId, cancellationToken))
            .End(happened.State, happened.EndedAt, happened.InTime, happened.WorkingMinutes);
}
