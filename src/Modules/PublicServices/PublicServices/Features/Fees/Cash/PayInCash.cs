using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>A clerk hands in what is in the drawer of a day. What was counted is written down beside what it should be.</summary>
internal sealed record PayInCash(Guid ClerkId, string Organisation, DateOnly Day, Vnd? Counted) : IRequest<Result<CashPayIn>>;

internal sealed class PayInCashHandler(PublicServicesDbContext db, TimeProvider clock, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<PayInCash, Result<CashPayIn>>
{
    public async Task<Result<CashPayIn>> Handle(PayInCash command, CancellationToken cancellationToken)
    {
        if (command.Counted is not { } counted)
            return new Error("pay-in.counted", texts["refused.counted"], "Counted");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var key = $"pay-in:{command.ClerkId}";
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 6))", cancellationToken);
        var day = await CashDay.ReadAsync(db, command.ClerkId, command.Organisation, command.Day, cancellationToken);
        var lines = day.InDrawer.ToList();
        if (lines.Count == 0)
            return new Error("pay-in.nothing", texts["refused.drawer-empty"]);
        var now = clock.GetUtcNow();
        var payIn = new CashPayIn
        {
            Id = Guid.CreateVersion7(now),
            Organisation = command.Organisation,
            ClerkId = command.ClerkId,
            Day = command.Day,
            Amount = day.Drawer,
            Counted = counted,
            Payments = lines.Count,
            At = now,
        };
        db.Add(payIn);
        foreach (var line in lines)
            line.Payment.HandIn(payIn.Id);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return payIn;
    }
}
