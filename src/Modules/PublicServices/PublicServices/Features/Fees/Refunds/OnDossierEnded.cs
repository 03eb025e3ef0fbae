using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A paid dossier was withdrawn, refused or stopped: where the rule gives the fee back, a refund is asked for.</summary>
internal sealed class OnDossierEndedReturnFee(PublicServicesDbContext db, ReturnAfterEnd afterEnd) : IEventHandler<DossierEnded>
{
    public async Task HandleAsync(DossierEnded happened, EventContext context, CancellationToken cancellationToken) =>
        await afterEnd.AskAsync(await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == happened.DossierId, cancellationToken), cancellationToken);
}

/// <summary>Asks for the refund that a dossier's end brings, once.</summary>
internal sealed class ReturnAfterEnd(PublicServicesDbContext db, FeeBook book, TimeProvider clock)
{
    public async Task AskAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var reason = dossier.State switch
        {
            DossierLifecycle.NotAccepted => Refund.NotAccepted,
            DossierLifecycle.Withdrawn => Refund.Withdrawn,
            DossierLifecycle.Stopped => Refund.Stopped,
            _ => null,
        };
        var payment = await db.Set<Payment>().SingleOrDefaultAsync(p => p.DossierId == dossier.Id && p.State == PaymentState.Paid, cancellationToken);
        if (reason is null || payment is null
            || book.Refund(dossier.ProcedureCode, dossier.State, dossier.AcceptedAt is not null, dossier.FiledAt.LegalDate()) is not { Refundable: true } rule)
            return;
        var transfer = await db.Set<BankTransfer>().AsNoTracking()
            .SingleOrDefaultAsync(t => t.PaymentId == payment.Id && t.Outcome == TransferOutcomes.Counted, cancellationToken);
        // What the applicant asked for by hand may already have gone back, or be about to.
        var left = Refund.LeftOf(payment, await db.Set<Refund>().AsNoTracking().Where(r => r.PaymentId == payment.Id).ToListAsync(cancellationToken));
        if (left == Vnd.Zero)
            return;
        var now = clock.GetUtcNow();
        payment.OweBack();
        db.Add(new Refund
        {
            Id = Guid.CreateVersion7(now),
            PaymentId = payment.Id,
            Transaction = transfer?.Transaction,
            Amount = left,
            Reason = reason,
            Legal = rule.Legal,
            // A post office that took the cash took it for the office, which decides.
            Organisation = dossier.ReceivingOrganisation,
            RequestedAt = now,
        });
    }
}
