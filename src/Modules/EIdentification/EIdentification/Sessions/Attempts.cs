using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Data;

namespace Project06.EIdentification.Sessions;

/// <summary>Whether an attempt may be judged, and until when no further one may if it fails.</summary>
internal sealed record AttemptTicket(bool Allowed, DateTimeOffset? LockedUntil);

/// <summary>
/// Counts attempts before they are judged, in one statement: guesses that arrive at once can't all be the first. Numbers
/// that don't exist are counted alike, so that a lock tells nobody which do.
/// </summary>
internal sealed class Attempts(EIdentificationDbContext db, TimeProvider clock)
{
    public const int Most = 5;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<AttemptTicket> TakeAsync(string kind, string number, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var later = now + Lock;
        var subject = SubjectOf(kind, number);
        var rows = await db.Database.SqlQuery<Row>($"""
            INSERT INTO e_identification.sign_in_attempts AS a (subject, attempts, forgotten_at) VALUES ({subject}, 1, {later})
            ON CONFLICT (subject) DO UPDATE SET
                attempts = CASE WHEN a.forgotten_at <= {now} THEN 1 ELSE least(a.attempts, 1000) + 1 END,
                forgotten_at = CASE WHEN a.forgotten_at > {now} AND a.attempts >= {Most} THEN a.forgotten_at ELSE {later} END
            RETURNING attempts AS "Count", forgotten_at AS "ForgottenAt"
            """).ToListAsync(cancellationToken);
        var row = rows[0];
        if (row.Count == 1)
            await db.Database.ExecuteSqlAsync(
                $"DELETE FROM e_identification.sign_in_attempts WHERE forgotten_at < {now - TimeSpan.FromDays(1)}", cancellationToken);
        return new(row.Count <= Most, row.Count >= Most ? row.ForgottenAt : null);
    }

    public Task ForgetAsync(string kind, string number, CancellationToken cancellationToken)
    {
        var subject = SubjectOf(kind, number);
        return db.Database.ExecuteSqlAsync($"DELETE FROM e_identification.sign_in_attempts WHERE subject = {subject}", cancellationToken);
    }

    // People type other things than their number, now and then a password: what was typed isn't kept.
    private static string SubjectOf(string kind, string number) =>
        $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number)))}";

    private sealed record Row(int Count, DateTimeOffset ForgottenAt);
}
