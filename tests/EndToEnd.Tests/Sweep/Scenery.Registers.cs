namespace Project06.EndToEnd.Tests.Sweep;

// Registers of deaths, changes and copies: one signed death of a person with a long name, a note beside a birth entry, two copies.
// Their numbers are far from those that journeys on the same database are given.
internal sealed partial class Scenery
{
    private static readonly Guid Death = new("0193a000-0000-7000-8000-00000000de01"), Note = new("0193a000-0000-7000-8000-00000000de02"),
        Copies = new("0193a000-0000-7000-8000-00000000de03");

    /// <summary>What the officer of the ward sees of them; the entry must have been signed before.</summary>
    private async Task<IEnumerable<Stop>> RegistersAsync()
    {
        await site.Database.ExecuteAsync("""
            INSERT INTO civil_status.registers (kind, unit_code, year, last_number) VALUES ('Death', '00082', 2026, 0), ('Change', '00082', 2026, 0), ('Copy', '00082', 2026, 0)
            ON CONFLICT DO NOTHING
            """);
        await site.Database.ExecuteAsync("""
            INSERT INTO civil_status.books (kind, unit_code, year, volume, first_number, opened_on)
            SELECT kind, '00082', 2026, 1, 1, DATE '2026-11-20' FROM unnest(ARRAY['Death', 'Change', 'Copy']) AS kind ON CONFLICT DO NOTHING
            """);
        await site.Database.ExecuteAsync("""
            INSERT INTO civil_status.death_entries (id, book, unit_code, year, number, volume, registered_on, office_unit, office_province, deceased_id, deceased,
                deceased_number, deceased_sex, deceased_name_folded, died_on, died_precision, died_time, death_place, death_cause, requester_id, requester_name,
                requester_relation, dossier_id, dossier_code, procedure_code, effect_request_id, pending_request_id, public_token, state, paper_title,
                paper_title_en, signed_by_id, signed_by_name, signed_at, content_hash, version)
            SELECT $1, 'Death', '00082', 2026, 901, 1, DATE '2026-11-20', 'Phường Cửa Nam', 'Thành phố Hà Nội', child_id,
                jsonb_build_object('name', 'Công Tằng Tôn Nữ ' || repeat('Nghiêng ', 12) || 'Thuỷ', 'birthYear', 1931, 'ethnicity', 'Kinh', 'nationality', 'Việt Nam',
                    'residence', 'Số 12, ngõ 3, phố Mẫu, Phường Cửa Nam, Thành phố Hà Nội'),
                child_number, 'Female', 'thuy', DATE '2026-11-19', 'Day', TIME '06:30', 'Bệnh viện mẫu, Phường Cửa Nam', 'Bệnh già', requester_id, requester_name,
                'Con', gen_random_uuid(), 'H26.01.14.01-261120-9001', '1.000656', gen_random_uuid(), gen_random_uuid(), 'sceneryDeath000000000A', 'Signed',
                'Trích lục khai tử', 'Extract of death registration', signed_by_id, signed_by_name, now(), 'sample', 2
            FROM civil_status.birth_entries WHERE unit_code = '00082' AND state = 'Signed' ORDER BY id LIMIT 1 ON CONFLICT DO NOTHING
            """, Death);
        await site.Database.ExecuteAsync("""
            INSERT INTO civil_status.death_consequences (id, death_entry_id, kind, state, count, waits_for_organisation, at)
            SELECT gen_random_uuid(), $1, kind, state, 2, NULL, now()
            FROM (VALUES ('record', 'Done'), ('residence', 'Done'), ('headship', 'Waiting'), ('sessions', 'Nothing')) AS r (kind, state)
            """, Death);
        await site.Database.ExecuteAsync("""
            INSERT INTO civil_status.entry_changes (id, book, unit_code, year, number, volume, registered_on, office_unit, office_province, kind, birth_entry_id,
                subject_id, subject_name, fields, ground, requester_id, requester_name, dossier_id, dossier_code, procedure_code, effect_request_id,
                pending_request_id, public_token, state, signed_by_id, signed_by_name, signed_at, content_hash, version)
            SELECT $1, 'Change', '00082', 2026, 901, 1, DATE '2026-11-20', 'Phường Cửa Nam', 'Thành phố Hà Nội', 'Correction', id, child_id, 'Nguyễn Thị Mẫu',
                jsonb_build_array(jsonb_build_object('field', 'birth-place', 'oldValue', child_birth_place, 'oldWords', child_birth_place,
                    'newValue', 'Trạm y tế mẫu', 'newWords', 'Trạm y tế mẫu')),
                'Khi đăng ký ghi nhầm nơi sinh', requester_id, requester_name, gen_random_uuid(), 'H26.01.14.01-261120-9002', '1.004859', gen_random_uuid(),
                gen_random_uuid(), 'sceneryChange00000000A', 'Signed', signed_by_id, signed_by_name, now(), 'sample', 2
            FROM civil_status.birth_entries WHERE unit_code = '00082' AND state = 'Signed' ORDER BY id LIMIT 1 ON CONFLICT DO NOTHING
            """, Note);
        await site.Database.ExecuteAsync("""
            WITH f AS (INSERT INTO civil_status.files (id, sha256, content_type, length, created_at)
                VALUES (gen_random_uuid(), '\x00', 'application/pdf', 0, now()) RETURNING id)
            INSERT INTO civil_status.entry_copies (id, book, unit_code, year, number, volume, registered_on, office_unit, office_province, copy_of, entry_id,
                subject_id, requester_id, dossier_code, procedure_code, effect_request_id, public_token, signed_by_id, signed_by_name, signed_at, file_id,
                content_hash, version)
            SELECT gen_random_uuid(), 'Copy', '00082', 2026, n, 1, DATE '2026-11-20', 'Phường Cửa Nam', 'Thành phố Hà Nội', 'Birth', e.id, e.child_id, e.requester_id,
                'H26.01.14.01-261120-9003', '2.000635', $1, 'sceneryCopy0000000' || n || 'A', e.signed_by_id, e.signed_by_name, now(), f.id, 'sample', 1
            FROM f, generate_series(901, 902) AS n,
                (SELECT * FROM civil_status.birth_entries WHERE unit_code = '00082' AND state = 'Signed' ORDER BY id LIMIT 1) AS e ON CONFLICT DO NOTHING
            """, Copies);
        return
        [
            new("death-book", "/civil-status/death-books", "/civil-status/death-books?year=2026"),
            new("death-book-none", "/civil-status/death-books", "/civil-status/death-books?year=2020"),
            new("death-entry", "/civil-status/death-books/{year:int}/{number:int}", "/civil-status/death-books/2026/901"),
            new("death-sheet", "/civil-status/death-books/{year:int}/{number:int}/sheet", "/civil-status/death-books/2026/901/sheet") { AlwaysVietnamese = true },
            new("death-extract", "/civil-status/death-extracts/{id:guid}", $"/civil-status/death-extracts/{Death}"),
            new("death-consequences", "/civil-status/deaths/{id:guid}", $"/civil-status/deaths/{Death}"),
            new("entry-change", "/civil-status/changes/{id:guid}", $"/civil-status/changes/{Note}"),
            new("entry-copies", "/civil-status/copies/{id:guid}", $"/civil-status/copies/{Copies}"),
        ];
    }
}
