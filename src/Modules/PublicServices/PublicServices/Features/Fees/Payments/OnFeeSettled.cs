using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>The dossier goes on, once, however many told us of the payment; its clock runs again.</summary>
internal sealed class OnFeeSettled(PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow, ReturnAfterEnd afterEnd) : IEventHandler<FeeSettled>
{
    public async Task HandleAsync(FeeSettled happened, EventContext context, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == happened.DossierId, cancellationToken);
        var still = await db.Set<FeeObligation>().AsNoTracking()
            .AnyAsync(o => o.DossierId == dossier.Id && o.SettledAt != null && o.PaidBy == happened.PaymentId, cancellationToken);
        // Voided in the meantime: it is owed again.
        if (!still)
            return;
        // It ended in the moment in which somebody paid.
        if (!dossier.IsOpen)
        {
            await afterEnd.AskAsync(dossier, cancellationToken);
            return;
        }
        if (dossier.UsedOnce.Contains(DossierFees.Settled))
            return;
        dossier.Use(DossierFees.Settled);
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        await flow.PaidAsync(
            dossier, procedure, happened.PaymentId is null ? "exempt" : "pay", new Mover(dossier.ApplicantId, null, null), cancellationToken);
    }
}
