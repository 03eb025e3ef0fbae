using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>Sends an approved refund to the gateway, which gives it once however often it is asked.</summary>
internal sealed class SendRefund(PublicServicesDbContext db, IPaymentGateway gateway, FinishRefund finish, TimeProvider clock)
{
    public async Task SendAsync(Guid refundId, CancellationToken cancellationToken)
    {
        var refund = await db.Set<Refund>().SingleAsync(r => r.Id == refundId, cancellationToken);
        if (refund is not { Transaction: { } transaction, State: RefundState.Approved or RefundState.Sent })
            return;
        var done = await gateway.RefundAsync(refund.Id, transaction, refund.Amount.Amount, cancellationToken);
        refund.Send(clock.GetUtcNow());
        if (done)
            await finish.FinishAsync(refund, null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A leader said yes: cash waits for whoever fetches it, a transfer goes back to the bank.</summary>
internal sealed class OnRefundApproved(SendRefund send) : IEventHandler<RefundApproved>
{
    public Task HandleAsync(RefundApproved happened, EventContext context, CancellationToken cancellationToken) =>
        send.SendAsync(happened.RefundId, cancellationToken);
}

/// <summary>What follows when money went back.</summary>
internal sealed class FinishRefund(PublicServicesDbContext db, DossierMoney money, TimeProvider clock)
{
    public async Task<bool> FinishAsync(Refund refund, Guid? by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!refund.Finish(by, now))
            return false;
        var payment = await db.Set<Payment>().SingleAsync(p => p.Id == refund.PaymentId, cancellationToken);
        money.Note(payment, "refunded", by is null ? "gateway" : "office", refund.Amount);
        var others = await db.Set<Refund>().AnyAsync(r => r.PaymentId == payment.Id && r.Id != refund.Id
            && (r.State == RefundState.Requested || r.State == RefundState.Approved || r.State == RefundState.Sent), cancellationToken);
        if (payment.State == PaymentState.RefundDue && !others)
            payment.GiveBack();
        db.Raise(new FeeRefunded(refund.Id, payment.DossierId, refund.Amount.Amount, now));
        return true;
    }
}
