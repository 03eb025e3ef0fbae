namespace Project06.EndToEnd.Tests.Sweep;

// A fee in each of its states: waiting with a code to scan, taken in cash with a receipt, to be given back, different at the bank.
internal sealed partial class Scenery
{
    private async Task<IReadOnlyList<Round>> FeesAsync()
    {
        var (waiting, paid) = (await FileBirthAsync("neighbour-58", "Thị"), await FileBirthAsync("neighbour-59", "Văn"));
        foreach (var code in new[] { waiting, paid })
        {
            await site.Database.ExecuteAsync("UPDATE public_services.dossiers SET state = 6 WHERE code = $1", code);
            await site.Database.ExecuteAsync("""
                INSERT INTO public_services.fee_obligations (dossier_id, amount, unit_amount, times, legal, verified, received_on, organisation, fixed_at)
                SELECT id, 24000, 8000, 3, 'Thông tư 281/2016/TT-BTC', false, '2026-11-20', receiving_organisation, filed_at
                FROM public_services.dossiers WHERE code = $1
                """, code);
        }
        await site.Database.ExecuteAsync("""
            INSERT INTO public_services.payments (id, dossier_id, reference, method, state, amount, organisation, created_at, expires_at)
            SELECT gen_random_uuid(), id, 'P06SWEEPWAIT1', 'Online', 'Pending', 24000, receiving_organisation, filed_at, filed_at + '1 hour'::interval
            FROM public_services.dossiers WHERE code = $1
            """, waiting);
        await site.Database.ExecuteAsync("""
            WITH paid AS (
                INSERT INTO public_services.payments
                    (id, dossier_id, reference, method, state, amount, organisation, created_at, settled_at, clerk_id, tendered)
                SELECT gen_random_uuid(), d.id, 'P06SWEEPCASH1', 'Cash', 'Paid', 24000, d.receiving_organisation, d.filed_at, d.filed_at, a.person_id, 50000
                FROM public_services.dossiers d, e_identification.accounts a WHERE d.code = $1 AND a.number = $2
                RETURNING id, dossier_id, organisation, settled_at),
            settled AS (UPDATE public_services.fee_obligations o SET paid_by = p.id, settled_at = p.settled_at FROM paid p WHERE o.dossier_id = p.dossier_id),
            back AS (
                INSERT INTO public_services.refunds (id, payment_id, amount, reason, legal, state, organisation, requested_at)
                SELECT gen_random_uuid(), id, 20000, 'withdrawn', 'Quy tắc của sản phẩm', 'Requested', organisation, settled_at FROM paid),
            day AS (
                INSERT INTO public_services.statement_days (day, read_at, matched, missing_here, missing_there, differs, bank_total, our_total)
                SELECT '2026-11-19', settled_at, 1, 1, 0, 0, 48000, 24000 FROM paid),
            findings AS (
                INSERT INTO public_services.statement_findings (id, day, kind, transaction, reference, payment_id, organisation, bank_amount, our_amount, at)
                SELECT gen_random_uuid(), '2026-11-19', k, 'FT' || k, 'P06SWEEPCASH1', id, organisation, 24000, CASE k WHEN 'Matched' THEN 24000 END, settled_at
                FROM paid, unnest(ARRAY['Matched', 'MissingHere']) k)
            INSERT INTO public_services.fee_receipts (id, payment_id, organisation, year, number, amount, issued_at)
            SELECT gen_random_uuid(), id, organisation, 2026, 901, 24000, settled_at FROM paid
            """, paid, TestNation.Account("clerk").Number);
        var receipt = await site.Database.ScalarAsync<Guid>("SELECT id FROM public_services.fee_receipts ORDER BY id LIMIT 1");
        const string pay = "/dossiers/{code}/pay", reconciliation = "/fees/reconciliation", office = "/fees/dossiers/{code}";
        return
        [
            new("neighbour-58", [new("pay-waiting", pay, $"/dossiers/{waiting}/pay")]),
            new("neighbour-59",
            [
                new("pay-done", pay, $"/dossiers/{paid}/pay"),
                new("pay-ask-refund", pay, $"/dossiers/{paid}/pay", visitor => visitor.Page.Locator("main details.fold summary").First.ClickAsync()),
                new("fee-receipt", "/dossiers/{code}/fee-receipt", $"/dossiers/{paid}/fee-receipt"),
            ]),
            new("clerk",
            [
                new("fee-due", office, $"/fees/dossiers/{waiting}"), new Stop("fee-due", office, $"/fees/dossiers/{waiting}").SentEmpty(),
                new("fee-paid", office, $"/fees/dossiers/{paid}"),
                new("fee-office-receipt", "/fees/receipts/{id:guid}", $"/fees/receipts/{receipt}"),
                new("cash", "/fees/cash", "/fees/cash"),
            ]),
            new("postal-clerk", [new("postal-cash", "/fees/cash", "/fees/cash")]),
            new("leader",
            [
                new("refunds", "/fees/refunds", "/fees/refunds"),
                new("reconciliation", reconciliation, reconciliation + "?day=2026-11-19"),
                new("reconciliation-none", reconciliation, reconciliation + "?day=2026-11-01"),
            ]),
        ];
    }
}
