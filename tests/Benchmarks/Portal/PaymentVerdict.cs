using Project06.Benchmarks.Ground;
using Project06.BuildingBlocks.Time;

namespace Project06.Benchmarks.Portal;

/// <summary>Sets the bank's own statement against what the host holds: each transfer once, each dossier paid once, one receipt.</summary>
internal static class PaymentVerdict
{
    // What must be one for each dossier d that paid.
    private static readonly (string What, string Count)[] Ones =
    [
        ("payment", "SELECT count(*) FROM public_services.payments p WHERE p.dossier_id = d.id AND p.state = 'Paid'"),
        ("order", "SELECT count(*) FROM public_services.payments p WHERE p.dossier_id = d.id"),
        ("receipt", "SELECT count(*) FROM public_services.fee_receipts f JOIN public_services.payments p ON p.id = f.payment_id WHERE p.dossier_id = d.id AND f.voided_at IS NULL"),
        ("settled debt", "SELECT count(*) FROM public_services.fee_obligations o WHERE o.dossier_id = d.id AND o.settled_at IS NOT NULL AND o.paid_by IS NOT NULL"),
        ("step onward", "SELECT count(*) FROM public_services.dossier_steps s WHERE s.dossier_id = d.id AND s.action = 'pay'"),
    ];

    public static async Task<List<string>> FindProblemsAsync(PrivateNation nation, BankProcess bank, Promises promises, CancellationToken ct)
    {
        var today = TimeProvider.System.Today();
        var told = (await bank.StatementAsync(today, ct)).Concat(await bank.StatementAsync(today.AddDays(-1), ct)).ToList();
        var kept = (await nation.QueryAsync(
            "SELECT t.transaction, p.reference, t.amount, p.dossier_id FROM public_services.bank_transfers t JOIN public_services.payments p ON p.id = t.payment_id",
            r => (Transaction: r.GetString(0), Reference: r.GetString(1), Amount: r.GetInt64(2), Dossier: r.GetGuid(3)), ct)).ToDictionary(k => k.Transaction);
        var problems = told.Where(t => t.Type != "payment").Select(t => $"The bank gave back {t.Amount}: nobody should have paid too much.").ToList();
        foreach (var transfer in told.Where(t => t.Type == "payment"))
        {
            if (!kept.Remove(transfer.Transaction, out var here) || here.Reference != transfer.Reference || here.Amount != transfer.Amount)
                problems.Add($"The bank took {transfer.Amount} for {transfer.Reference}; it isn't there as it came.");
        }
        problems.AddRange(kept.Values.Select(k => $"{k.Reference} has a transfer of which the bank knows nothing."));

        var paid = promises.Payments.Keys.Union(await nation.QueryAsync(
            "SELECT DISTINCT dossier_id FROM public_services.payments WHERE dossier_id = ANY($1)", r => r.GetGuid(0), ct, promises.Dossiers.Keys.ToArray())).ToArray();
        foreach (var (what, count) in Ones)
        {
            problems.AddRange(await nation.QueryAsync(
                $"SELECT d.code, ({count}) FROM public_services.dossiers d WHERE d.id = ANY($1) AND ({count}) <> 1",
                r => $"{r.GetString(0)} has {r.GetInt64(1)} of: {what}", ct, paid));
        }
        problems.AddRange(await nation.QueryAsync(
            "SELECT organisation, year FROM public_services.fee_receipts GROUP BY 1, 2 HAVING max(number) <> count(*)",
            r => $"The receipts of {r.GetString(0)} in {r.GetInt32(1)} have a gap.", ct));
        return problems;
    }
}
