using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>Asks the gateway about orders whose callback hasn't come, ends those whose time ran out, and asks again for refunds on their way.</summary>
internal sealed class CheckPayments(
    IServiceScopeFactory scopes, IOptions<PaymentOptions> options, TimeProvider clock, ILogger<CheckPayments> log) : IScheduledJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOnline)
            return;
        List<Guid> waiting, refunds;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PublicServicesDbContext>();
            var before = clock.GetUtcNow() - Patience;
            waiting = await db.Set<Payment>().Where(p => (p.State == PaymentState.Created || p.State == PaymentState.Pending) && p.CreatedAt <= before)
                .OrderBy(p => p.CreatedAt).Select(p => p.Id).ToListAsync(cancellationToken);
            refunds = await db.Set<Refund>().Where(r => r.State == RefundState.Sent).Select(r => r.Id).ToListAsync(cancellationToken);
        }
        foreach (var id in waiting)
            await TryAsync(id, services => services.GetRequiredService<AskGateway>().AboutAsync(id, BankSaid.ByPoll, cancellationToken));
        foreach (var id in refunds)
            await TryAsync(id, services => services.GetRequiredService<SendRefund>().SendAsync(id, cancellationToken));
    }

    private async Task TryAsync(Guid id, Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await work(scope.ServiceProvider);
        }
        catch (GatewayException silent)
        {
            log.LogWarning(silent, "The gateway doesn't answer about {Id}", id);
        }
    }
}

/// <summary>Asks the gateway what became of an order, and takes the answer in.</summary>
internal sealed class AskGateway(PublicServicesDbContext db, IPaymentGateway gateway, BankSaid bankSaid, DossierMoney money, TimeProvider clock)
{
    /// <exception cref="GatewayException">It doesn't answer.</exception>
    public async Task AboutAsync(Guid paymentId, string source, CancellationToken cancellationToken)
    {
        var payment = await db.Set<Payment>().AsNoTracking().SingleAsync(p => p.Id == paymentId, cancellationToken);
        var said = await gateway.QueryAsync(payment.Reference, cancellationToken);
        if (said is not null)
            await bankSaid.TakeInAsync(said, source, null, cancellationToken);
        db.ChangeTracker.Clear();
        if (payment.ExpiresAt > clock.GetUtcNow())
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await money.LockAsync(payment.DossierId, cancellationToken);
        var now = await db.Set<Payment>().SingleAsync(p => p.Id == paymentId, cancellationToken);
        if (!now.IsWaiting)
            return;
        now.Expire();
        money.Note(now, "expired", "time");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
