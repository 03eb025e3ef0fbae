using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// Cash is given back on the day it was taken: the receipt is void and keeps its number, the dossier owes again. Once the
/// office has worked on the dossier, the cash has been handed in, or the day is over, there is only a refund.
/// </summary>
internal sealed record VoidCash(Dossier Dossier, ActorPost Post, Guid ClerkId, Guid PaymentId, string? Reason) : IRequest<Result<Guid>>;

internal sealed class VoidCashHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierMoney money, DossierFlow flow, TimeProvider clock, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<VoidCash, Result<Guid>>
{
    private const int LongestReason = 300;

    public async Task<Result<Guid>> Handle(VoidCash command, CancellationToken cancellationToken)
    {
        if (VietnameseText.CleanLines(command.Reason) is not { Length: > 0 and <= LongestReason } reason)
            return new Error("void.reason", texts["refused.void-reason", LongestReason], "Reason");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var obligation = await money.LockAsync(command.Dossier.Id, cancellationToken) ?? throw new NotFoundException("payment");
        var payment = await db.Set<Payment>().SingleOrDefaultAsync(
                p => p.Id == command.PaymentId && p.DossierId == command.Dossier.Id && p.Organisation == command.Post.OrganisationCode, cancellationToken)
            ?? throw new NotFoundException("payment");
        var now = clock.GetUtcNow();
        if (payment is not { Method: PaymentMethod.Cash, State: PaymentState.Paid, PayInId: null } || payment.SettledAt!.Value.LegalDate() != now.LegalDate())
            return new Error("void.too-late", texts["refused.void-too-late"]);

        var dossier = await db.Dossiers.SingleAsync(d => d.Id == command.Dossier.Id, cancellationToken);
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var paying = procedure.Steps.First(s => s.Pays);
        if (!dossier.IsOpen || dossier.PendingEffectId is not null || (dossier.StepId != paying.Id && dossier.StepId != paying.To))
            return new Error("void.moved-on", texts["refused.void-moved-on"]);
        payment.Void();
        money.Note(payment, "voided", "office", payment.Amount);
        obligation.Reopen();
        (await db.Set<FeeReceipt>().SingleAsync(r => r.PaymentId == payment.Id, cancellationToken)).Void(reason, now);
        if (dossier.StepId != paying.Id)
        {
            dossier.Forget(DossierFees.Settled);
            await flow.MoveAsync(dossier, procedure, "void-payment", paying, startsClock: false,
                new Mover(command.ClerkId, command.Post.OrganisationCode, command.Post.Role), new ActionInput(), cancellationToken);
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Error("void.moved-on", texts["refused.void-moved-on"]);
        }
        await transaction.CommitAsync(cancellationToken);
        return payment.Id;
    }
}
