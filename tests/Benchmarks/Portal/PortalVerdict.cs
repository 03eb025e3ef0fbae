using System.Globalization;
using System.Text.Json.Nodes;
using Project06.Benchmarks.Ground;

namespace Project06.Benchmarks.Portal;

/// <summary>Compares what the clients were told with what the database holds.</summary>
internal static class PortalVerdict
{
    // What must be one for each finished dossier d.
    private static readonly (string What, string Count)[] Ones =
    [
        ("finish", "SELECT count(*) FROM public_services.dossier_steps s WHERE s.dossier_id = d.id AND s.state = 9 AND d.ended_at IS NOT NULL"),
        ("final result", "SELECT count(*) FROM public_services.dossier_results r WHERE r.dossier_id = d.id AND r.is_final"),
        ("receipt of filing", "SELECT count(*) FROM public_services.messages m WHERE m.dossier_id = d.id AND m.kind = 'filed'"),
        ("final message", "SELECT count(*) FROM public_services.messages m WHERE m.dossier_id = d.id AND m.kind = 'finished'"),
        ("event of its filing", "SELECT count(*) FROM public_services.events e WHERE e.subject = 'dossier:' || d.id AND e.name = 'public-services.dossier-filed'"),
        ("event of its end", "SELECT count(*) FROM public_services.events e WHERE e.subject = 'dossier:' || d.id AND e.name = 'public-services.dossier-ended'"),
        ("count in the figures", "SELECT count(*) FROM steering.dossier_facts s WHERE s.dossier_id = d.id AND s.state = 9 AND s.ended_at IS NOT NULL"),
    ];

    /// <summary>Everything that isn't as it should be, in words; nothing when all is.</summary>
    public static async Task<List<string>> FindProblemsAsync(
        PrivateNation nation, BankProcess? bank, Payer? payer, Promises promises, IReadOnlyList<string> outboxes, DateTimeOffset begun, CancellationToken ct)
    {
        var problems = new List<string>();
        problems.AddRange(await AnswersAsync(nation, promises, ct));
        problems.AddRange(await PapersAsync(nation, promises, ct));
        problems.AddRange(await DossiersAsync(nation, promises, begun, ct));
        problems.AddRange(await MovesAsync(nation, promises, ct));
        problems.AddRange(await ConsentsAsync(nation, promises, ct));
        if (bank is not null && payer is { Paid: > 0 })
            problems.AddRange(await PaymentVerdict.FindProblemsAsync(nation, bank, promises, ct));
        foreach (var outbox in outboxes)
        {
            problems.AddRange(await nation.QueryAsync(
                $"SELECT consumer, subject, coalesce(last_error, 'waits') FROM {outbox}.deliveries WHERE done_at IS NULL OR parked_at IS NOT NULL",
                r => $"{r.GetString(0)} isn't done with {r.GetString(1)}: {r.GetString(2)}", ct));
        }
        return problems;
    }

    private static async Task<IEnumerable<string>> AnswersAsync(PrivateNation nation, Promises promises, CancellationToken ct)
    {
        var drafts = promises.Answers.Keys.Select(k => k.Draft).Concat(promises.Rewritten.Keys.Select(k => k.Draft)).Distinct().ToArray();
        var stored = (await nation.QueryAsync(
            "SELECT f.id, coalesce(d.answers, f.answers)::text FROM public_services.drafts f LEFT JOIN public_services.dossiers d USING (id) WHERE f.id = ANY($1)",
            r => (Id: r.GetGuid(0), Answers: (JsonObject)JsonNode.Parse(r.GetString(1))!), ct, drafts)).ToDictionary(s => s.Id, s => s.Answers);
        var wrong = promises.Answers.Where(a => Stored(a.Key) != a.Value)
            .Select(a => $"Draft {a.Key.Draft} was told that {a.Key.Field} is kept and holds something else: {Stored(a.Key) ?? "nothing"}.");
        var older = promises.Rewritten.Where(r => NumberOf(Stored(r.Key)) is var number && (number < r.Value.Acknowledged || number > r.Value.Tried))
            .Select(r => $"Draft {r.Key.Draft} holds writing {NumberOf(Stored(r.Key))} of {r.Key.Field}; {r.Value.Acknowledged} was acknowledged.");
        return wrong.Concat(older);

        string? Stored((Guid Draft, string Field) key) => stored.GetValueOrDefault(key.Draft)?[key.Field] switch
        {
            JsonObject person => person["personId"]?.ToString(),
            var value => value?.ToString(),
        };
    }

    private static int NumberOf(string? written) =>
        int.TryParse(written?.Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static async Task<IEnumerable<string>> PapersAsync(PrivateNation nation, Promises promises, CancellationToken ct)
    {
        var stored = (await nation.QueryAsync("""
            SELECT e.draft_id, e.name, count(*), count(f.id) FROM public_services.evidence e
            LEFT JOIN public_services.files f ON f.id = e.original_file_id WHERE e.draft_id = ANY($1) GROUP BY 1, 2
            """, r => (Key: (r.GetGuid(0), r.GetString(1)), Rows: r.GetInt64(2), Files: r.GetInt64(3)), ct,
            promises.Papers.Keys.Select(p => p.Draft).Distinct().ToArray())).ToDictionary(s => s.Key, s => (s.Rows, s.Files));
        return promises.Papers.Where(p => stored.GetValueOrDefault(p.Key) is var found
                && (found.Rows > 1 || found.Rows != found.Files || (p.Value == Word.Acknowledged && found.Rows != 1)))
            .Select(p => $"Draft {p.Key.Draft} has {stored.GetValueOrDefault(p.Key).Rows} of {p.Key.Name}.");
    }

    private static async Task<List<string>> DossiersAsync(PrivateNation nation, Promises promises, DateTimeOffset begun, CancellationToken ct)
    {
        var ids = promises.Dossiers.Keys.ToArray();
        var problems = new List<string>();
        var there = await nation.ScalarAsync<long>("SELECT count(*) FROM public_services.dossiers WHERE id = ANY($1)", ct, ids);
        if (there != ids.Length)
            problems.Add($"{ids.Length} dossiers were acknowledged and {there} are there.");
        foreach (var (what, count) in Ones)
        {
            problems.AddRange(await nation.QueryAsync(
                $"SELECT d.code, ({count}) FROM public_services.dossiers d WHERE d.id = ANY($1) AND ({count}) <> 1",
                r => $"{r.GetString(0)} has {r.GetInt64(1)} of: {what}", ct, ids));
        }
        // A filing that was not acknowledged is asked for again until it is: no dossier is left that nobody was told of.
        problems.AddRange(await nation.QueryAsync(
            "SELECT code FROM public_services.dossiers WHERE filed_at >= $2 AND NOT id = ANY($1)", r => $"{r.GetString(0)} was filed by nobody.", ct, ids, begun));
        return problems;
    }

    private static async Task<IEnumerable<string>> MovesAsync(PrivateNation nation, Promises promises, CancellationToken ct)
    {
        // Taking up passes through state 2 in a row of its own.
        var stored = (await nation.QueryAsync(
            "SELECT dossier_id, from_step, action, count(*) FROM public_services.dossier_steps WHERE dossier_id = ANY($1) AND from_step IS NOT NULL AND state <> 2 GROUP BY 1, 2, 3",
            r => (Key: (r.GetGuid(0), r.GetString(1), r.GetString(2)), Rows: r.GetInt64(3)), ct, promises.Moves.Keys.Select(m => m.Dossier).Distinct().ToArray()))
            .ToDictionary(s => s.Key, s => s.Rows);
        return promises.Moves.Where(m => stored.GetValueOrDefault(m.Key) is var rows && (rows > 1 || (m.Value == Word.Acknowledged && rows != 1)))
            .Select(m => $"Dossier {m.Key.Dossier}: {m.Key.Action} at {m.Key.Step} is there {stored.GetValueOrDefault(m.Key)} times.");
    }

    private static async Task<IEnumerable<string>> ConsentsAsync(PrivateNation nation, Promises promises, CancellationToken ct)
    {
        var given = promises.Consents.Where(c => c.Value == Word.Acknowledged).Select(c => c.Key).ToArray();
        var lost = await nation.QueryAsync(
            "SELECT a.id FROM unnest($1) AS a (id) LEFT JOIN public_services.consents c ON c.id = a.id WHERE c.answer IS DISTINCT FROM 'Agreed'",
            r => $"Consent {r.GetGuid(0)} was given and isn't there.", ct, given);
        var twice = await nation.QueryAsync(
            "SELECT dossier_id, count(*) FROM public_services.consents WHERE dossier_id = ANY($1) GROUP BY dossier_id, step_id HAVING count(*) > 1",
            r => $"Dossier {r.GetGuid(0)} asked {r.GetInt64(1)} times for one consent.", ct, promises.Dossiers.Keys.ToArray());
        return lost.Concat(twice);
    }
}
