using Microsoft.EntityFrameworkCore;
using Project06.Steering.Domain;

namespace Project06.Steering.Data;

/// <summary>Counts of one period and of the earlier one it is compared with.</summary>
internal sealed record CountedPlace(Counts Now, Counts Earlier)
{
    public static CountedPlace operator +(CountedPlace a, CountedPlace b) => new(a.Now + b.Now, a.Earlier + b.Earlier);
}

/// <summary>The commune, its province and the nation; each includes the one before.</summary>
internal sealed record Counted(CountedPlace Commune, CountedPlace Province, CountedPlace Nation);

/// <summary>Counts facts: each is looked at once, for its commune, the rest of its province, or the rest of the nation.</summary>
internal sealed class FigureCounter(SteeringDbContext db)
{
    private sealed record Row(
        int Place, bool IsNow, long Received, long Online, long Ended, long InTime, long Measured, long Minutes, long Sample);

    public async Task<Counted> CountAsync(string? commune, string? province, Period period, CancellationToken cancellationToken)
    {
        var (unit, area) = (commune ?? "", province ?? "");
        DateTimeOffset from = period.From.ToUniversalTime(), to = period.To.ToUniversalTime(),
            earlierFrom = period.EarlierFrom.ToUniversalTime(), earlierTo = period.EarlierTo.ToUniversalTime();
        var rows = await db.Database.SqlQuery<Row>($"""
            SELECT CASE WHEN unit_code = {unit} THEN 0 WHEN province_code = {area} THEN 1 ELSE 2 END AS "Place",
                filed_at >= {from} AS "IsNow",
                count(*) AS "Received", count(*) FILTER (WHERE channel = 2) AS "Online",
                0::bigint AS "Ended", 0::bigint AS "InTime", 0::bigint AS "Measured", 0::bigint AS "Minutes",
                count(*) FILTER (WHERE is_sample) AS "Sample"
            FROM steering.dossier_facts
            WHERE filed_at >= {earlierFrom} AND filed_at <= {to} AND (filed_at < {earlierTo} OR filed_at >= {from})
            GROUP BY 1, 2
            UNION ALL
            SELECT CASE WHEN unit_code = {unit} THEN 0 WHEN province_code = {area} THEN 1 ELSE 2 END,
                ended_at >= {from}, 0, 0,
                count(*), count(*) FILTER (WHERE in_time), count(working_minutes), coalesce(sum(working_minutes), 0),
                count(*) FILTER (WHERE is_sample)
            FROM steering.dossier_facts
            WHERE accepted_at IS NOT NULL
                AND ended_at >= {earlierFrom} AND ended_at <= {to} AND (ended_at < {earlierTo} OR ended_at >= {from})
            GROUP BY 1, 2
            """).ToListAsync(cancellationToken);

        CountedPlace Of(int place) => new(Sum(rows, place, isNow: true), Sum(rows, place, isNow: false));
        var own = Of(0);
        var inProvince = own + Of(1);
        return new Counted(own, inProvince, inProvince + Of(2));
    }

    private static Counts Sum(IEnumerable<Row> rows, int place, bool isNow) => rows
        .Where(r => r.Place == place && r.IsNow == isNow)
        .Aggregate(Counts.None, (sum, r) =>
            sum + new Counts(r.Received, r.Online, r.Ended, r.InTime, r.Measured, r.Minutes, r.Sample));
}
