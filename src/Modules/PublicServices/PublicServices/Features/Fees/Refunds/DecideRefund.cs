using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Features.Dossiers;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A leader of the collecting organisation says yes or no. What never was the organisation's can't be kept.</summary>
internal sealed record DecideRefund(Guid RefundId, IReadOnlyCollection<string> Organisations, Guid LeaderId, bool Approved, string? Comment)
    : IRequest<Result<bool>>;

/// <summary>A cashier has given an approved refund back in cash.</summary>
internal sealed record PayOutRefund(Guid RefundId, string Organisation, Guid ClerkId) : IRequest<Result<bool>>;

internal sealed class DecideRefundHandler(
    PublicServicesDbContext db, DossierFlow flow, TimeProvider clock, IStringLocalizer<FeeTexts> texts) : IRequestHandler<DecideRefund, Result<bool>>
{
    private const int LongestComment = 300;

    public async Task<Result<bool>> Handle(DecideRefund command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var refund = await FindRefund.LockAsync(db, command.RefundId, command.Organisations, cancellationToken);
        var payment = await db.Set<Payment>().SingleAsync(p => p.Id == refund.PaymentId, cancellationToken);
        var now = clock.GetUtcNow();
        if (command.Approved)
        {
            // Whoever asks for money to be given back doesn't approve it as well.
            if (refund.RequestedBy == command.LeaderId || !refund.Approve(command.LeaderId, now))
                return new Error("refund.decided", texts["refused.refund-decided"]);
            db.Raise(new RefundApproved(refund.Id));
        }
        else
        {
            var comment = VietnameseText.CleanLines(command.Comment);
            if (comment is not { Length: > 0 and <= LongestComment })
                return new Error("refund.comment", texts["refused.refund-comment", LongestComment], "Comment");
            if (!Refund.CanDecline(refund.Reason))
                return new Error("refund.not-ours", texts["refused.refund-not-ours"]);
            if (!refund.Decline(command.LeaderId, comment, now))
                return new Error("refund.decided", texts["refused.refund-decided"]);
            if (refund.EndsPayment)
                payment.Keep();
        }
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == payment.DossierId, cancellationToken);
        flow.Tell(dossier, command.Approved ? MessageKinds.RefundApproved : MessageKinds.RefundDeclined, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return command.Approved;
    }
}

internal sealed class PayOutRefundHandler(PublicServicesDbContext db, FinishRefund finish, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<PayOutRefund, Result<bool>>
{
    public async Task<Result<bool>> Handle(PayOutRefund command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var refund = await FindRefund.LockAsync(db, command.RefundId, [command.Organisation], cancellationToken);
        if (refund.Transaction is not null || refund.State != RefundState.Approved || !await finish.FinishAsync(refund, command.ClerkId, cancellationToken))
            return new Error("refund.not-cash", texts["refused.refund-not-cash"]);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}

internal static class FindRefund
{
    /// <summary>A refund of one of these organisations, locked: two leaders at once are one after the other.</summary>
    public static async Task<Refund> LockAsync(
        PublicServicesDbContext db, Guid id, IReadOnlyCollection<string> organisations, CancellationToken cancellationToken) =>
        (await db.Set<Refund>().FromSql($"SELECT * FROM public_services.refunds WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken))
            .SingleOrDefault(r => organisations.Contains(r.Organisation)) ?? throw new NotFoundException("refund");
}
