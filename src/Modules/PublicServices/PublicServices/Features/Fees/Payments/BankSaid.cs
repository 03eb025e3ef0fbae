using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// Takes in what the bank says of an order, from whichever side it comes: callback, poll, the citizen's question, the day's
/// statement. Each transfer counts once; what the dossier doesn't owe is to be given back.
/// </summary>
internal sealed class BankSaid(PublicServicesDbContext db, DossierMoney money, TimeProvider clock)
{
    public const string ByCallback = "callback", ByPoll = "poll", ByCitizen = "citizen", ByStatement = "statement";

    /// <summary>False when we have no such order. A nonce that was seen before changes nothing.</summary>
    public async Task<bool> TakeInAsync(OrderStatus said, string source, string? nonce, CancellationToken cancellationToken)
    {
        var dossierId = await db.Set<Payment>().Where(p => p.Reference == said.Reference).Select(p => (Guid?)p.DossierId).SingleOrDefaultAsync(cancellationToken);
        if (dossierId is null)
            return false;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (nonce is not null && await db.Database.ExecuteSqlAsync($"""
            INSERT INTO public_services.callback_nonces (nonce, at) VALUES ({nonce}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING
            """, cancellationToken) == 0)
            return true;
        var obligation = (await money.LockAsync(dossierId.Value, cancellationToken))!;
        // Read after the lock: whoever was before has told all by now.
        var payment = await db.Set<Payment>().SingleAsync(p => p.Reference == said.Reference, cancellationToken);
        foreach (var transfer in said.Transfers)
            await TakeInAsync(obligation, payment, transfer, source, cancellationToken);
        if (payment.IsWaiting && said is { Status: "failed" or "expired", Transfers.Count: 0 })
            End(payment, said.Status, source);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task TakeInAsync(FeeObligation obligation, Payment payment, ToldTransfer told, string source, CancellationToken cancellationToken)
    {
        if (told.Amount <= 0 || await db.Set<BankTransfer>().AnyAsync(t => t.Transaction == told.Transaction, cancellationToken))
            return;
        var (now, amount) = (clock.GetUtcNow(), new Vnd(told.Amount));
        var outcome = amount < payment.Amount ? TransferOutcomes.Short
            : !obligation.IsOpen ? TransferOutcomes.Double
            : !await IsDueAsync(payment.DossierId, cancellationToken) ? TransferOutcomes.NotOwed
            : TransferOutcomes.Counted;
        db.Add(new BankTransfer
        {
            Transaction = told.Transaction,
            PaymentId = payment.Id,
            Amount = amount,
            At = told.At,
            KnownAt = now,
            Source = source,
            Outcome = outcome,
        });
        if (outcome == TransferOutcomes.Counted)
        {
            // Late is as good as in time while the dossier still waits for it: it would be odd to send money back and ask for it again.
            money.Note(payment, payment.IsWaiting ? "paid" : "paid-late", source, amount);
            payment.Pay(now);
            obligation.PayBy(payment.Id, now);
            await CloseOthersAsync(payment, cancellationToken);
            await money.AddReceiptAsync(payment, now.LegalDate().Year, null, cancellationToken);
            db.Raise(new FeeSettled(payment.DossierId, payment.Id, "online", payment.Amount.Amount, now));
            if (amount > payment.Amount)
                Return(payment, told.Transaction, amount - payment.Amount, TransferOutcomes.Excess, now);
            return;
        }
        money.Note(payment, outcome, source, amount);
        Return(payment, told.Transaction, amount, outcome, now);
        if (payment.State is not (PaymentState.Paid or PaymentState.RefundDue))
            payment.OweBack();
    }

    // The dossier was stopped, or goes on without the fee, while somebody paid.
    private async Task<bool> IsDueAsync(Guid dossierId, CancellationToken cancellationToken) => await db.Dossiers.AsNoTracking()
        .AnyAsync(d => d.Id == dossierId && d.EndedAt == null && d.State == DossierLifecycle.PaymentDue, cancellationToken);

    private async Task CloseOthersAsync(Payment paid, CancellationToken cancellationToken)
    {
        foreach (var other in await db.Set<Payment>().Where(p => p.DossierId == paid.DossierId && p.Id != paid.Id
                     && (p.State == PaymentState.Created || p.State == PaymentState.Pending)).ToListAsync(cancellationToken))
        {
            other.Expire();
            money.Note(other, "expired", "paid-otherwise");
        }
    }

    private void End(Payment payment, string status, string source)
    {
        if (status == "failed")
            payment.Fail();
        else
            payment.Expire();
        money.Note(payment, status, source);
    }

    private void Return(Payment payment, string transaction, Vnd amount, string reason, DateTimeOffset now) => db.Add(new Refund
    {
        Id = Guid.CreateVersion7(now),
        PaymentId = payment.Id,
        Transaction = transaction,
        Amount = amount,
        Reason = reason,
        Organisation = payment.Organisation,
        RequestedAt = now,
    });
}
