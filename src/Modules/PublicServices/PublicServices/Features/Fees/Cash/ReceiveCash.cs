using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A clerk takes cash for what a dossier owes and gives change. Whoever sends it has found that the clerk may.</summary>
/// <param name="Tendered">What was put on the counter.</param>
internal sealed record ReceiveCash(Dossier Dossier, ActorPost Post, Guid ClerkId, Vnd? Tendered) : IRequest<Result<CashTaken>>;

internal sealed record CashTaken(Guid ReceiptId, Vnd Change);

internal sealed class ReceiveCashHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierMoney money, TimeProvider clock, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<ReceiveCash, Result<CashTaken>>
{
    public async Task<Result<CashTaken>> Handle(ReceiveCash command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var procedure = procedures.Get(command.Dossier.ProcedureCode, command.Dossier.ProcedureVersion);
        if (command.Dossier.State != DossierLifecycle.PaymentDue
            || await money.LockAsync(command.Dossier, procedure, cancellationToken) is not { IsOpen: true } obligation)
            return new Error("cash.nothing-due", texts["refused.nothing-due"]);
        if (command.Tendered is not { } tendered || tendered < obligation.Amount)
            return new Error("cash.too-little", texts["refused.too-little", obligation.Amount.Written], "Tendered");

        var now = clock.GetUtcNow();
        foreach (var order in await db.Set<Payment>().Where(p => p.DossierId == obligation.DossierId
                     && (p.State == PaymentState.Created || p.State == PaymentState.Pending)).ToListAsync(cancellationToken))
        {
            order.Expire();
            money.Note(order, "expired", "paid-otherwise");
        }
        var payment = new Payment
        {
            Id = Guid.CreateVersion7(now),
            DossierId = obligation.DossierId,
            Reference = Payment.NewReference(),
            Method = PaymentMethod.Cash,
            Amount = obligation.Amount,
            Organisation = command.Post.OrganisationCode,
            CreatedAt = now,
            ClerkId = command.ClerkId,
            Tendered = tendered,
        };
        payment.Pay(now);
        db.Add(payment);
        obligation.PayBy(payment.Id, now);
        money.Note(payment, "paid", "office", payment.Amount);
        var receipt = await money.AddReceiptAsync(payment, now.LegalDate().Year, command.ClerkId, cancellationToken);
        db.Raise(new FeeSettled(payment.DossierId, payment.Id, "cash", payment.Amount.Amount, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CashTaken(receipt.Id, payment.Change);
    }
}
