using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>One receipt of a clerk's day.</summary>
internal sealed record CashLine(Payment Payment, FeeReceipt Receipt);

/// <summary>The cash a clerk took in one organisation on one day, what was handed in and what is still in the drawer.</summary>
internal sealed record CashDay(DateOnly Day, string Organisation, IReadOnlyList<CashLine> Lines, IReadOnlyList<CashPayIn> PayIns)
{
    public IEnumerable<CashLine> InDrawer => Lines.Where(l => l.Payment is { State: not PaymentState.Voided, PayInId: null });
    public Vnd Drawer => InDrawer.Aggregate(Vnd.Zero, (sum, l) => sum + l.Payment.Amount);
    public Vnd Taken => Lines.Where(l => l.Payment.State != PaymentState.Voided).Aggregate(Vnd.Zero, (sum, l) => sum + l.Payment.Amount);
    public int Voided => Lines.Count(l => l.Payment.State == PaymentState.Voided);

    /// <summary>The day as it stands; shows nobody's name.</summary>
    public static async Task<CashDay> ReadAsync(
        PublicServicesDbContext db, Guid clerkId, string organisation, DateOnly day, CancellationToken cancellationToken)
    {
        var (from, to) = (day.At(TimeOnly.MinValue), day.AddDays(1).At(TimeOnly.MinValue));
        var payments = await db.Set<Payment>()
            .Where(p => p.ClerkId == clerkId && p.Organisation == organisation && p.SettledAt >= from && p.SettledAt < to)
            .OrderBy(p => p.SettledAt).ToListAsync(cancellationToken);
        var ids = payments.Select(p => p.Id).ToList();
        var receipts = await db.Set<FeeReceipt>().AsNoTracking().Where(r => ids.Contains(r.PaymentId)).ToDictionaryAsync(r => r.PaymentId, cancellationToken);
        var payIns = await db.Set<CashPayIn>().AsNoTracking().Where(p => p.ClerkId == clerkId && p.Organisation == organisation && p.Day == day)
            .OrderBy(p => p.At).ToListAsync(cancellationToken);
        return new CashDay(day, organisation, [.. payments.Select(p => new CashLine(p, receipts[p.Id]))], payIns);
    }
}
