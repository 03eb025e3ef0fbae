using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// The applicant asks for money back that nothing gave back by itself: paid twice, too much, or withdrawn before work began.
/// The office decides. Whoever sends it has found that the dossier is theirs.
/// </summary>
/// <param name="Amount">How much was too much; else all that was paid is asked for.</param>
internal sealed record AskRefund(Dossier Dossier, string? Reason, Vnd? Amount, string? Words) : IRequest<Result<string>>;

internal sealed class AskRefundHandler(PublicServicesDbContext db, DossierMoney money, TimeProvider clock, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<AskRefund, Result<string>>
{
    private const int LongestWords = 500;

    public async Task<Result<string>> Handle(AskRefund command, CancellationToken cancellationToken)
    {
        if (command.Reason is not { } reason || !Refund.Askable(command.Dossier.State).Contains(reason))
            return new Error("refund.reason", texts["refused.refund-reason"], "Why");
        if (VietnameseText.CleanLines(command.Words) is not { Length: > 0 and <= LongestWords } words)
            return new Error("refund.words", texts["refused.refund-words", LongestWords], "Words");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var obligation = await money.LockAsync(command.Dossier.Id, cancellationToken);
        var payment = await db.Set<Payment>().SingleOrDefaultAsync(p => p.DossierId == command.Dossier.Id && p.State == PaymentState.Paid, cancellationToken);
        if (obligation is null || payment is null)
            return new Error("refund.nothing-paid", texts["refused.refund-nothing-paid"]);
        var before = await db.Set<Refund>().AsNoTracking().Where(r => r.PaymentId == payment.Id).ToListAsync(cancellationToken);
        var left = Refund.LeftOf(payment, before);
        if (left == Vnd.Zero || before.Exists(r => r.Reason == reason))
            return new Error("refund.asked", texts["refused.refund-asked"]);
        var amount = reason == Refund.SaidTooMuch ? command.Amount : left;
        if (amount is not { Amount: > 0 } asked || asked > left)
            return new Error("refund.amount", texts["refused.refund-amount", left.Written], "HowMuch");

        var transfer = await db.Set<BankTransfer>().AsNoTracking()
            .SingleOrDefaultAsync(t => t.PaymentId == payment.Id && t.Outcome == TransferOutcomes.Counted, cancellationToken);
        var now = clock.GetUtcNow();
        var refund = new Refund
        {
            Id = Guid.CreateVersion7(now),
            PaymentId = payment.Id,
            Transaction = transfer?.Transaction,
            Amount = asked,
            Reason = reason,
            Words = words,
            Organisation = obligation.Organisation,
            RequestedAt = now,
            RequestedBy = command.Dossier.ApplicantId,
        };
        if (refund.EndsPayment)
            payment.OweBack();
        db.Add(refund);
        money.Note(payment, "refund-asked", "citizen", asked);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return reason;
    }
}
