using System.Globalization;
using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Load.Portal;

/// <summary>
/// Multiplies the sample nation's dossiers: the ended ones over all communes and three years of days, the open ones on the
/// desks of one ward. Answers, history, named people and messages come along, so that tables and indexes are as large as
/// years of work make them. Made once in a kept nation.
/// </summary>
internal static class PastDossiers
{
    private const string Ward = DemoNation.DemoNationOptions.WardCode;

    /// <summary>Makes as many as there should be.</summary>
    public static async Task MakeAsync(PrivateNation nation, int past, int open, CancellationToken ct)
    {
        if (await nation.ScalarAsync<bool>("SELECT to_regclass('bench.copies') IS NOT NULL", ct))
            return;
        Progress.Say($"Writing {past:N0} past dossiers and {open:N0} open ones of one ward.");
        await nation.ExecuteAsync(Sql(past, open), ct);
        // As autovacuum does after a while: pages that all may see, and what the planner knows.
        foreach (var table in new[] { "dossiers", "dossier_steps", "dossier_people", "messages", "drafts" })
            await nation.ExecuteAsync($"VACUUM (ANALYZE) public_services.{table}", ct);
        Progress.Say("Dossiers there are now: " + string.Join(", ", await nation.QueryAsync(
            "SELECT CASE WHEN ended_at IS NULL THEN 'open' ELSE 'ended' END, count(*) FROM public_services.dossiers GROUP BY 1 ORDER BY 1",
            r => $"{r.GetInt64(1):N0} {r.GetString(0)}", ct)) + ".");
    }

    // Ids are of version 7, as the product's are: they grow with time, and so do their indexes.
    private static string Sql(int past, int open) => string.Create(CultureInfo.InvariantCulture, $$"""
        ANALYZE public_services.dossiers, public_services.dossier_people, public_services.dossier_steps;
        CREATE SCHEMA bench;
        CREATE FUNCTION bench.id_at(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $f$
            SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
                || 'a' || substr(md5(random()::text), 1, 15))::uuid $f$;

        CREATE TABLE bench.ended AS
            SELECT id, (row_number() OVER (ORDER BY id))::int AS place FROM public_services.dossiers WHERE ended_at IS NOT NULL;
        CREATE TABLE bench.open AS
            SELECT id, (row_number() OVER (ORDER BY id))::int AS place FROM public_services.dossiers
            WHERE ended_at IS NULL AND unit_code = '{{Ward}}' AND pending_effect_id IS NULL AND procedure_code = '1.001193';
        CREATE TABLE bench.applicants AS
            SELECT applicant_id, (row_number() OVER ())::int AS place FROM
                (SELECT DISTINCT applicant_id FROM public_services.dossiers WHERE unit_code = '{{Ward}}') a;

        ANALYZE bench.ended, bench.open, bench.applicants;
        CREATE TABLE bench.copies AS
            SELECT e.id AS of, i AS number, NULL::uuid AS applicant, false AS is_open,
                d.filed_at - make_interval(days => (1 + i % 1000 * 7919 % 1000), secs => i % 20000) AS filed_at,
                make_interval(days => (1 + i % 1000 * 7919 % 1000), secs => i % 20000) AS earlier, NULL::timestamptz AS promised_at
            FROM generate_series(1, {{past}}) i
            JOIN bench.ended e ON e.place = 1 + i % (SELECT count(*) FROM bench.ended)
            JOIN public_services.dossiers d ON d.id = e.id
            UNION ALL
            SELECT e.id, 1000000 + i, a.applicant_id, true,
                now() - make_interval(hours => i % 400, secs => i % 3600), now() - d.filed_at - make_interval(hours => i % 400, secs => i % 3600),
                now() + make_interval(hours => i * 7 % 1440 - 240, secs => i % 3600)
            FROM generate_series(1, {{open}}) i
            JOIN bench.open e ON e.place = 1 + i % (SELECT count(*) FROM bench.open)
            JOIN bench.applicants a ON a.place = 1 + i % (SELECT count(*) FROM bench.applicants)
            JOIN public_services.dossiers d ON d.id = e.id;
        ALTER TABLE bench.copies ADD COLUMN id uuid;
        UPDATE bench.copies SET id = bench.id_at(filed_at);
        ANALYZE bench.copies;

        INSERT INTO public_services.drafts (id, procedure_code, procedure_version, content_hash, applicant_id, started_at, saved_at, filed_at, answers)
            SELECT c.id, d.procedure_code, d.procedure_version, d.content_hash, c.applicant, c.filed_at, c.filed_at, c.filed_at, d.answers
            FROM bench.copies c JOIN public_services.dossiers d ON d.id = c.of WHERE c.is_open;
        INSERT INTO public_services.dossiers (id, code, procedure_code, procedure_version, content_hash, applicant_id, channel, unit_code,
                receiving_organisation, deciding_organisation, state, step_id, step_entered_at, answers, filed_at, accepted_at, promised_at, ended_at,
                used_once, public_token, acting_organisation, acting_role)
            SELECT c.id, d.receiving_organisation || to_char(c.filed_at, '-YYMMDD-') || (1000000 + c.number), d.procedure_code, d.procedure_version,
                d.content_hash, coalesce(c.applicant, d.applicant_id), d.channel, d.unit_code, d.receiving_organisation, d.deciding_organisation,
                d.state, d.step_id, d.step_entered_at - c.earlier, d.answers, c.filed_at, d.accepted_at - c.earlier,
                coalesce(c.promised_at, d.promised_at - c.earlier), d.ended_at - c.earlier, d.used_once, translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'),
                d.acting_organisation, d.acting_role
            FROM bench.copies c JOIN public_services.dossiers d ON d.id = c.of ORDER BY c.filed_at;
        INSERT INTO public_services.dossier_people (dossier_id, person_id, field)
            SELECT c.id, CASE WHEN p.field = 'applicant' THEN coalesce(c.applicant, p.person_id) ELSE p.person_id END, p.field
            FROM bench.copies c JOIN public_services.dossier_people p ON p.dossier_id = c.of;
        INSERT INTO public_services.dossier_steps (id, dossier_id, at, action, from_step, to_step, state, by_person_id, by_organisation, by_role, ground, reasons)
            SELECT bench.id_at(s.at - c.earlier), c.id, s.at - c.earlier, s.action, s.from_step, s.to_step, s.state, s.by_person_id, s.by_organisation, s.by_role, s.ground, s.reasons
            FROM bench.copies c JOIN public_services.dossier_steps s ON s.dossier_id = c.of;
        INSERT INTO public_services.messages (id, person_id, dossier_id, kind, at, read_at, mailed_at)
            SELECT bench.id_at(c.filed_at), d.applicant_id, c.id, 'filed', c.filed_at, c.filed_at, c.filed_at
            FROM bench.copies c JOIN public_services.dossiers d ON d.id = c.id;
        """);
}
