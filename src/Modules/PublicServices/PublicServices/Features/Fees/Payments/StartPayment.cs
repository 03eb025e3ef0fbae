using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>Opens an order at the gateway for what a dossier owes. Asked twice, there is one order.</summary>
internal sealed record StartPayment(Dossier Dossier) : IRequest<Result<string>>;

internal sealed class StartPaymentHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierMoney money, IPaymentGateway gateway, IOptions<PaymentOptions> options,
    IConfiguration configuration, TimeProvider clock, IStringLocalizer<FeeTexts> texts) : IRequestHandler<StartPayment, Result<string>>
{
    public async Task<Result<string>> Handle(StartPayment command, CancellationToken cancellationToken)
    {
        if (!options.Value.IsOnline)
            return new Error("payment.not-online", texts["refused.not-online"]);
        if (await OpenAsync(command.Dossier, cancellationToken) is not { } payment)
            return new Error("payment.nothing-due", texts["refused.nothing-due"]);
        return await OrderAsync(payment, cancellationToken) ? payment.Reference : new Error("payment.no-answer", texts["refused.no-answer"]);
    }

    // Makes the order known to the gateway; what a fallen host left undone is done by the next who asks.
    private async Task<bool> OrderAsync(Payment payment, CancellationToken cancellationToken)
    {
        if (payment.State != PaymentState.Created)
            return true;
        try
        {
            var code = await db.Dossiers.Where(d => d.Id == payment.DossierId).Select(d => d.Code).SingleAsync(cancellationToken);
            var order = await gateway.CreateAsync(new OrderToCreate(
                payment.Reference, payment.Amount.Amount, payment.ExpiresAt!.Value, $"{configuration["Site:BaseUrl"]}/dossiers/{code}/pay",
                payment.Organisation), cancellationToken);
            // Whoever was quicker, or a callback that was quicker still, stays.
            await db.Database.ExecuteSqlAsync($"""
                UPDATE public_services.payments SET state = 'Pending', gateway_order = {order.OrderId}, pay_address = {order.PayUrl}
                WHERE id = {payment.Id} AND state = 'Created'
                """, cancellationToken);
            return true;
        }
        catch (GatewayException)
        {
            return false;
        }
    }

    private async Task<Payment?> OpenAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        if (dossier.State != DossierLifecycle.PaymentDue || await money.LockAsync(dossier, procedure, cancellationToken) is not { IsOpen: true } obligation)
            return null;
        var payment = await db.Set<Payment>().FirstOrDefaultAsync(
            p => p.DossierId == dossier.Id && (p.State == PaymentState.Created || p.State == PaymentState.Pending), cancellationToken);
        if (payment is { ExpiresAt: { } until } && until <= now)
        {
            payment.Expire();
            money.Note(payment, "expired", "time");
            await db.SaveChangesAsync(cancellationToken);
            payment = null;
        }
        if (payment is null)
        {
            payment = new Payment
            {
                Id = Guid.CreateVersion7(now),
                DossierId = dossier.Id,
                Reference = Payment.NewReference(),
                Method = PaymentMethod.Online,
                Amount = obligation.Amount,
                Organisation = obligation.Organisation,
                CreatedAt = now,
                ExpiresAt = now.AddMinutes(options.Value.OrderMinutes),
            };
            db.Add(payment);
            money.Note(payment, "created", "citizen", payment.Amount);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return payment;
    }
}
