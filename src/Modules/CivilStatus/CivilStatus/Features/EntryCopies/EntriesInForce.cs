using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary>How the entry behind a copy stands now.</summary>
/// <param name="Hash">Fingerprint of what was signed.</param>
/// <param name="Revoked">Since when it is out of force.</param>
internal sealed record EntryStanding(string? Hash, DateTimeOffset? Revoked);

/// <summary>Asks the register how an entry stands.</summary>
internal sealed class EntriesInForce(CivilStatusDbContext db)
{
    public async Task<EntryStanding> HashOfAsync(EntryCopy copy, CancellationToken cancellationToken) => copy.CopyOf is RegisterKind.Birth
        ? await db.BirthEntries.Where(e => e.Id == copy.EntryId).Select(e => new EntryStanding(e.ContentHash, e.RevokedAt)).SingleAsync(cancellationToken)
        : await db.DeathEntries.Where(e => e.Id == copy.EntryId).Select(e => new EntryStanding(e.ContentHash, e.RevokedAt)).SingleAsync(cancellationToken);
}
