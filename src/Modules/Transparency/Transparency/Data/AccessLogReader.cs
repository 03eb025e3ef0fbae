using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Project06.Transparency.Data;

/// <summary>Looks of one actor at one person within one minute for one purpose: one line of the page.</summary>
/// <param name="At">The latest of them.</param>
/// <param name="Organisation">Code; null for a citizen.</param>
/// <param name="OrganisationName">Its name at that time.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Procedure">Procedure code, if any.</param>
/// <param name="Dossier">Dossier code, if any.</param>
/// <param name="Looks">Each look, newest first.</param>
internal sealed record AccessLine(
    DateTimeOffset At, string? Organisation, string? OrganisationName, string Purpose, string? Procedure, string? Dossier,
    IReadOnlyList<Look> Looks)
{
    /// <summary>The latest look's row, by which the line is disputed.</summary>
    public long Id { get; init; }

    public IEnumerable<string> Fields => Looks.SelectMany(l => l.Fields).Distinct(StringComparer.Ordinal);
}

/// <summary>One look: one row of the ledger.</summary>
internal sealed record Look(DateTimeOffset At, IReadOnlyList<string> Fields);

/// <summary>One page of the log.</summary>
internal sealed record AccessLogPage(IReadOnlyList<AccessLine> Lines, int AllLines, int AllLooks);

/// <summary>Reads a person's own ledger, looks that belong together folded into lines by the database.</summary>
internal sealed class AccessLogReader(TransparencyDbContext db)
{
    private sealed record Folded(
        DateTime At, string? Organisation, string? OrganisationName, string Purpose, string? Procedure, string? Dossier,
        string Looks, long Lines, long AllLooks, long Id);

    /// <summary>The lines of a page, newest first, with how many lines and looks there are on all pages.</summary>
    public async Task<AccessLogPage> ReadAsync(
        Guid personId, DateTimeOffset since, int page, int pageSize, CancellationToken cancellationToken)
    {
        var from = since.ToUniversalTime();
        var skip = (page - 1) * pageSize;
        var rows = await db.Database.SqlQuery<Folded>($"""
            SELECT max(at) AS "At", organisation AS "Organisation", max(organisation_name) AS "OrganisationName",
                purpose AS "Purpose", procedure AS "Procedure", dossier AS "Dossier",
                jsonb_agg(jsonb_build_object('at', at, 'fields', fields) ORDER BY at DESC, id DESC)::text AS "Looks",
                count(*) OVER () AS "Lines", (sum(count(*)) OVER ())::bigint AS "AllLooks", max(id) AS "Id"
            FROM transparency.access_rows
            WHERE person_id = {personId} AND at >= {from}
            GROUP BY date_trunc('minute', at), organisation, purpose, procedure, dossier,
                CASE WHEN organisation IS NULL THEN actor_account END
            ORDER BY max(at) DESC, max(id) DESC
            LIMIT {pageSize} OFFSET {skip}
            """).ToListAsync(cancellationToken);
        var lines = rows.Select(r => new AccessLine(
            new DateTimeOffset(DateTime.SpecifyKind(r.At, DateTimeKind.Utc)), r.Organisation, r.OrganisationName, r.Purpose,
            r.Procedure, r.Dossier, JsonSerializer.Deserialize<Look[]>(r.Looks, JsonSerializerOptions.Web)!) { Id = r.Id }).ToList();
        return rows is [var first, ..]
            ? new AccessLogPage(lines, (int)first.Lines, (int)first.AllLooks)
            : new AccessLogPage([], 0, 0);
    }
}
