using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Crash;

/// <summary>What must hold in the end, asked of the database and of the mail folder.</summary>
internal static class Verdict
{
    private static readonly string[] Schemas = ["public_services", "civil_status", "population", "steering"];

    // What must be one for each dossier: a name and how it is counted for dossier d.
    private static readonly (string What, string Count)[] Ones =
    [
        ("register entry", "SELECT count(*) FROM civil_status.birth_entries e WHERE e.dossier_id = d.id AND e.state = 'Signed'"),
        ("register entry in any state", "SELECT count(*) FROM civil_status.birth_entries e WHERE e.dossier_id = d.id"),
        ("identity number", """
            SELECT count(*) FROM population.issued_numbers n JOIN civil_status.birth_entries e ON e.id = n.birth_entry_id
            WHERE e.dossier_id = d.id AND n.number = e.child_number AND n.person_id = e.child_id
            """),
        ("new person", """
            SELECT count(*) FROM population.persons p JOIN civil_status.birth_entries e ON e.id = p.created_by_entry
            WHERE e.dossier_id = d.id AND p.number = e.child_number
            """),
        ("mother of the child", """
            SELECT count(*) FROM population.parentage k JOIN civil_status.birth_entries e ON e.child_id = k.child_id
            WHERE e.dossier_id = d.id AND k.kind = 'Mother' AND k.parent_id = d.applicant_id
            """),
        ("certificate", "SELECT count(*) FROM civil_status.files f JOIN civil_status.birth_entries e ON e.certificate_file_id = f.id WHERE e.dossier_id = d.id"),
        ("finish", "SELECT count(*) FROM public_services.dossier_steps s WHERE s.dossier_id = d.id AND s.to_step = 'finished' AND d.state = 9 AND d.ended_at IS NOT NULL"),
        ("final result", "SELECT count(*) FROM public_services.dossier_results r WHERE r.dossier_id = d.id AND r.is_final"),
        ("final message", "SELECT count(*) FROM public_services.messages m WHERE m.dossier_id = d.id AND m.kind = 'finished' AND m.mailed_at IS NOT NULL"),
        ("final message, mailed or not", "SELECT count(*) FROM public_services.messages m WHERE m.dossier_id = d.id AND m.kind = 'finished'"),
        ("count in the figures", "SELECT count(*) FROM steering.dossier_facts s WHERE s.dossier_id = d.id AND s.state = 9 AND s.ended_at IS NOT NULL"),
        ("event of its end", "SELECT count(*) FROM public_services.events e WHERE e.subject = 'dossier:' || d.id AND e.name = 'public-services.dossier-ended'"),
    ];

    /// <summary>Everything that isn't as it should be, in words; nothing when all is.</summary>
    public static async Task<List<string>> FindProblemsAsync(
        PrivateNation nation, IReadOnlyDictionary<Guid, int> filed, CancellationToken ct)
    {
        var problems = new List<string>();
        var ids = filed.Keys.ToArray();
        foreach (var (what, count) in Ones)
        {
            problems.AddRange(await nation.QueryAsync(
                $"SELECT d.code, ({count}) FROM public_services.dossiers d WHERE d.id = ANY($1) AND ({count}) <> 1",
                r => $"{r.GetString(0)} has {r.GetInt64(1)} of: {what}", ct, ids));
        }
        foreach (var schema in Schemas)
        {
            problems.AddRange(await nation.QueryAsync(
                $"SELECT consumer, subject, coalesce(last_error, 'waits') FROM {schema}.deliveries WHERE done_at IS NULL OR parked_at IS NOT NULL",
                r => $"{r.GetString(0)} isn't done with {r.GetString(1)}: {r.GetString(2)}", ct));
        }
        problems.AddRange(await nation.QueryAsync(
            "SELECT unit_code, year FROM civil_status.birth_entries GROUP BY 1, 2 HAVING max(number) <> count(*)",
            r => $"The birth book of {r.GetString(0)} in {r.GetInt32(1)} has a gap.", ct));
        problems.AddRange(await nation.QueryAsync(
            "SELECT applicant_id::text FROM public_services.dossiers d JOIN public_services.drafts f USING (id, applicant_id) WHERE NOT d.id = ANY($1) AND d.procedure_code = '1.001193' AND d.filed_at > (SELECT min(filed_at) FROM public_services.dossiers WHERE id = ANY($1))",
            r => $"{r.GetString(0)} has a dossier that nobody filed.", ct, ids));
        problems.AddRange(await MailProblemsAsync(nation, ids, ct));
        return problems;
    }

    // A message is one file, named by its id, however often it was sent.
    private static async Task<IEnumerable<string>> MailProblemsAsync(PrivateNation nation, Guid[] ids, CancellationToken ct)
    {
        var messages = await nation.QueryAsync(
            "SELECT id FROM public_services.messages WHERE dossier_id = ANY($1)", r => r.GetGuid(0), ct, ids);
        return messages.Where(m => !File.Exists(Path.Combine(nation.MailFolder, $"{m:n}.eml"))).Select(m => $"Message {m} has no mail.");
    }
}
