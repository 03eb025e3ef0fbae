using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>Early in the morning: yesterday's statement against our own rows, and days before that no run could read.</summary>
internal sealed class ReconcilePayments(PublicServicesDbContext db, ReconcileDay reconcile, IOptions<PaymentOptions> options, TimeProvider clock) : IScheduledJob
{
    private const int DaysBack = 7;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOnline)
            return;
        var today = clock.Today();
        var read = await db.Set<StatementDay>().Where(d => d.Day >= today.AddDays(-DaysBack)).Select(d => d.Day).ToListAsync(cancellationToken);
        for (var day = today.AddDays(-DaysBack); day < today; day = day.AddDays(1))
        {
            if (!read.Contains(day))
                await reconcile.RunAsync(day, cancellationToken);
        }
    }
}

/// <summary>Compares a day's statement with the transfers we took in and the refunds we made.</summary>
internal sealed class ReconcileDay(PublicServicesDbContext db, IPaymentGateway gateway, TimeProvider clock)
{
    /// <summary>Reads the day, again if need be: what somebody has resolved stays as it was.</summary>
    /// <exception cref="GatewayException">The bank doesn't answer.</exception>
    public async Task RunAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var lines = (await gateway.StatementAsync(day, cancellationToken)).DistinctBy(l => l.Transaction).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var key = $"statement:{day:yyyy-MM-dd}";
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 6))", cancellationToken);
        var ours = (await OursAsync(day, cancellationToken)).ToDictionary(o => o.Transaction);
        var references = lines.Where(l => l.Type == "payment").Select(l => l.Reference).Distinct().ToList();
        var known = await db.Set<Payment>().AsNoTracking().Where(p => references.Contains(p.Reference)).ToDictionaryAsync(p => p.Reference, cancellationToken);
        var findings = new List<StatementFinding>();
        foreach (var line in lines)
        {
            ours.Remove(line.Transaction, out var own);
            var kind = own is null ? FindingKind.MissingHere : own.Amount.Amount == line.Amount ? FindingKind.Matched : FindingKind.Differs;
            var payment = known.GetValueOrDefault(line.Reference);
            findings.Add(Finding(day, kind, line.Transaction, line.Reference, own?.PaymentId ?? payment?.Id, own?.Organisation ?? payment?.Organisation,
                new Vnd(line.Amount), own?.Amount, line.At));
        }
        findings.AddRange(ours.Values.Select(own =>
            Finding(day, FindingKind.MissingThere, own.Transaction, own.Reference, own.PaymentId, own.Organisation, null, own.Amount, own.At)));

        await KeepAsync(day, findings, cancellationToken);
        int Count(FindingKind kind) => findings.Count(f => f.Kind == kind);
        db.Raise(new PaymentsReconciled(day, Count(FindingKind.Matched), Count(FindingKind.MissingHere), Count(FindingKind.MissingThere), Count(FindingKind.Differs)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task KeepAsync(DateOnly day, List<StatementFinding> findings, CancellationToken cancellationToken)
    {
        await db.Set<StatementFinding>().Where(f => f.Day == day && f.ResolvedAt == null).ExecuteDeleteAsync(cancellationToken);
        await db.Set<StatementDay>().Where(d => d.Day == day).ExecuteDeleteAsync(cancellationToken);
        var resolved = await db.Set<StatementFinding>().Where(f => f.Day == day).Select(f => f.Transaction).ToListAsync(cancellationToken);
        db.AddRange(findings.Where(f => !resolved.Contains(f.Transaction)));
        db.Add(new StatementDay
        {
            Day = day,
            ReadAt = clock.GetUtcNow(),
            Matched = findings.Count(f => f.Kind == FindingKind.Matched),
            MissingHere = findings.Count(f => f.Kind == FindingKind.MissingHere),
            MissingThere = findings.Count(f => f.Kind == FindingKind.MissingThere),
            Differs = findings.Count(f => f.Kind == FindingKind.Differs),
            BankTotal = findings.Aggregate(Vnd.Zero, (sum, f) => sum + (f.BankAmount ?? Vnd.Zero)),
            OurTotal = findings.Aggregate(Vnd.Zero, (sum, f) => sum + (f.OurAmount ?? Vnd.Zero)),
        });
    }

    private sealed record Own(string Transaction, string Reference, Guid PaymentId, string Organisation, Vnd Amount, DateTimeOffset At);

    private async Task<List<Own>> OursAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var (from, to) = (day.At(TimeOnly.MinValue).ToUniversalTime(), day.AddDays(1).At(TimeOnly.MinValue).ToUniversalTime());
        var transfers = await db.Set<BankTransfer>().AsNoTracking().Where(t => t.At >= from && t.At < to)
            .Join(db.Set<Payment>(), t => t.PaymentId, p => p.Id, (t, p) => new { t.Transaction, p.Reference, p.Id, p.Organisation, t.Amount, t.At })
            .ToListAsync(cancellationToken);
        var refunds = await db.Set<Refund>().AsNoTracking()
            .Where(r => r.Transaction != null && r.State == RefundState.Done && r.DoneAt >= from && r.DoneAt < to).ToListAsync(cancellationToken);
        return
        [
            .. transfers.Select(t => new Own(t.Transaction, t.Reference, t.Id, t.Organisation, t.Amount, t.At)),
            // The bank's line of a refund carries our id as its transaction.
            .. refunds.Select(r => new Own(r.Id.ToString(), r.Id.ToString(), r.PaymentId, r.Organisation, r.Amount, r.DoneAt!.Value)),
        ];
    }

    private static StatementFinding Finding(
        DateOnly day, FindingKind kind, string transaction, string reference, Guid? payment, string? organisation, Vnd? bank, Vnd? own, DateTimeOffset at) => new()
        {
            Id = Guid.CreateVersion7(),
            Day = day,
            Kind = kind,
            Transaction = transaction,
            Reference = reference,
            PaymentId = payment,
            Organisation = organisation,
            BankAmount = bank,
            OurAmount = own,
            At = at,
        };
}
