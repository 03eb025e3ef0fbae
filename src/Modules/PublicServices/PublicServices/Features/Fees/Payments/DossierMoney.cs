using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>Everything about a dossier's money goes one after the other: whoever changes it holds its obligation's lock until commit.</summary>
internal sealed class DossierMoney(PublicServicesDbContext db, DossierFees fees, TimeProvider clock)
{
    /// <summary>
    /// What the dossier owes, fixed now if it wasn't yet, locked until the transaction ends. Null where it owes nothing.
    /// </summary>
    public async Task<FeeObligation?> LockAsync(Dossier dossier, Procedure procedure, CancellationToken cancellationToken)
    {
        if (await LockAsync(dossier.Id, cancellationToken) is { } known)
            return known;
        if (fees.Owed(dossier, procedure) is not { } due)
            return null;
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO public_services.fee_obligations
                (dossier_id, amount, unit_amount, times, legal, verified, province, received_on, organisation, fixed_at)
            VALUES ({dossier.Id}, {due.Amount.Amount}, {due.Each.Amount}, {due.Times}, {due.Legal}, {due.Verified}, {due.Province}, {due.On},
                {dossier.ReceivingOrganisation}, {now})
            ON CONFLICT (dossier_id) DO NOTHING
            """, cancellationToken);
        return await LockAsync(dossier.Id, cancellationToken);
    }

    /// <summary>The obligation as fixed, locked; null when none was fixed.</summary>
    public async Task<FeeObligation?> LockAsync(Guid dossierId, CancellationToken cancellationToken) =>
        (await db.Set<FeeObligation>().FromSql($"SELECT * FROM public_services.fee_obligations WHERE dossier_id = {dossierId} FOR UPDATE")
            .ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>What it owes as fixed, or as it would be fixed now, without changing anything.</summary>
    public async Task<FeeObligation?> FindAsync(Dossier dossier, Procedure procedure, CancellationToken cancellationToken) =>
        await db.Set<FeeObligation>().AsNoTracking().SingleOrDefaultAsync(o => o.DossierId == dossier.Id, cancellationToken)
        ?? (fees.Owed(dossier, procedure) is { } due
            ? new FeeObligation
            {
                DossierId = dossier.Id,
                Amount = due.Amount,
                UnitAmount = due.Each,
                Times = due.Times,
                Legal = due.Legal,
                Verified = due.Verified,
                Province = due.Province,
                ReceivedOn = due.On,
                Organisation = dossier.ReceivingOrganisation,
                FixedAt = clock.GetUtcNow(),
            }
            : null);

    public void Note(Payment payment, string kind, string source, BuildingBlocks.Money.Vnd? amount = null) => db.Add(new PaymentEvent
    {
        Id = Guid.CreateVersion7(),
        PaymentId = payment.Id,
        At = clock.GetUtcNow(),
        Kind = kind,
        Source = source,
        Amount = amount,
    });

    /// <summary>The next receipt of the organisation and year, in the same transaction as the payment: no number is left out.</summary>
    public async Task<FeeReceipt> AddReceiptAsync(Payment payment, int year, Guid? issuedBy, CancellationToken cancellationToken)
    {
        var number = await db.Database.SqlQuery<int>($"""
            INSERT INTO public_services.receipt_counters AS c (organisation, year, last) VALUES ({payment.Organisation}, {year}, 1)
            ON CONFLICT (organisation, year) DO UPDATE SET last = c.last + 1 RETURNING last AS "Value"
            """).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var receipt = new FeeReceipt
        {
            Id = Guid.CreateVersion7(now),
            PaymentId = payment.Id,
            Organisation = payment.Organisation,
            Year = year,
            Number = number[0],
            Amount = payment.Amount,
            IssuedAt = now,
            IssuedBy = issuedBy,
        };
        db.Add(receipt);
        return receipt;
    }
}
