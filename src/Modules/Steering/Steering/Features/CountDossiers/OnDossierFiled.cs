using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;
using Project06.Steering.Data;

namespace Project06.Steering.Features.CountDossiers;

internal sealed class OnDossierFiled(SteeringDbContext db, ReferenceBook reference) : IEventHandler<DossierFiled>
{
    public async Task HandleAsync(DossierFiled happened, EventContext context, CancellationToken cancellationToken)
    {
        // A code means a place only together with a day.
        var province = reference.Current.FindUnit(happened.UnitCode, happened.FiledAt.LegalDate())?.ProvinceCode;
        var fact = await db.FactAsync(happened.DossierId, cancellationToken);
        fact.File(happened.ProcedureCode, happened.UnitCode, province, happened.Channel, happened.FiledAt);
    }
}
