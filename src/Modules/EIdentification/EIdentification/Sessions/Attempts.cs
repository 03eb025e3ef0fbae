using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Data;

namespace Project06.EIdentification.Sessions;

/// <summary>Whether an attempt may be judged, and until when no further one may if it fails.</summary>
internal sealed record AttemptTicket(bool Allowed, DateTimeOffset? LockedUntil);

/// <summary>
/// Counts attempts before they are judged, in one statement: guesses that arrive at once can't all be the first. Numbers
/// that don't exist are counted alike, so that a lock tells nobody which do. A stranger who knows a number locks it for
/// their own network; for everybody only by many more attempts from many; and never for a device its owner has used.
/// </summary>
internal sealed class Attempts(EIdentificationDbContext db, KeyedHash hash, TimeProvider clock)
{
    public const int Most = 5, MostFromEverywhere = 50;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<AttemptTicket> TakeAsync(string kind, string number, Client client, CancellationToken cancellationToken)
    {
        if (await KnowsDeviceAsync(number, client, cancellationToken))
            return await CountAsync(Device(kind, number, client), Most, cancellationToken);
        var here = await CountAsync(Network(kind, number, client), Most, cancellationToken);
        // What is locked here isn't counted for everybody: one network can't lock the number for all.
        if (!here.Allowed)
            return here;
        var everywhere = await CountAsync(Everywhere(kind, number), MostFromEverywhere, cancellationToken);
        return new(everywhere.Allowed, here.LockedUntil ?? everywhere.LockedUntil);
    }

    public Task ForgetAsync(string kind, string number, Client client, CancellationToken cancellationToken)
    {
        string[] subjects = [Device(kind, number, client), Network(kind, number, client), Everywhere(kind, number)];
        return db.Database.ExecuteSqlAsync($"DELETE FROM e_identification.sign_in_attempts WHERE subject = ANY({subjects})", cancellationToken);
    }

    private async Task<AttemptTicket> CountAsync(string subject, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var later = now + Lock;
        var rows = await db.Database.SqlQuery<Row>($"""
            INSERT INTO e_identification.sign_in_attempts AS a (subject, attempts, forgotten_at) VALUES ({subject}, 1, {later})
            ON CONFLICT (subject) DO UPDATE SET
                attempts = CASE WHEN a.forgotten_at <= {now} THEN 1 ELSE least(a.attempts, 1000) + 1 END,
                forgotten_at = CASE WHEN a.forgotten_at > {now} AND a.attempts >= {most} THEN a.forgotten_at ELSE {later} END
            RETURNING attempts AS "Count", forgotten_at AS "ForgottenAt"
            """).ToListAsync(cancellationToken);
        var row = rows[0];
        if (row.Count == 1)
            await db.Database.ExecuteSqlAsync(
                $"DELETE FROM e_identification.sign_in_attempts WHERE forgotten_at < {now - TimeSpan.FromDays(1)}", cancellationToken);
        return new(row.Count <= most, row.Count >= most ? row.ForgottenAt : null);
    }

    private async Task<bool> KnowsDeviceAsync(string number, Client client, CancellationToken cancellationToken) =>
        client.DeviceHash is { } device && await (
            from known in db.KnownDevices
            join account in db.Accounts on known.AccountId equals account.Id
            where known.DeviceHash == device && account.Number == number
            select known).AnyAsync(cancellationToken);

    // People type other things than their number, now and then a password: what was typed isn't kept.
    private string Everywhere(string kind, string number) => $"{kind}:{hash.Of("attempt", number)}";

    private string Network(string kind, string number, Client client) => $"{kind}:{hash.Of("attempt", $"{number} {client.Network}")}";

    private string Device(string kind, string number, Client client) => $"{kind}:{hash.Of("attempt", $"{number} device {client.DeviceHash}")}";

    private sealed record Row(int Count, DateTimeOffset ForgottenAt);
}
