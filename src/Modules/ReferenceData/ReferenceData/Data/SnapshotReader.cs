using System.Data;
using Microsoft.EntityFrameworkCore;
using Project06.ReferenceData.Contracts;

namespace Project06.ReferenceData.Data;

/// <summary>Reads all tables as of one moment and builds the snapshot.</summary>
internal sealed class SnapshotReader(ReferenceDataDbContext db)
{
    public async Task<string?> VersionAsync(CancellationToken cancellationToken) =>
        await db.Set<Import>().Select(import => import.ContentHash).SingleOrDefaultAsync(cancellationToken);

    public async Task<ReferenceSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        // One moment for all tables, also while another host imports.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var version = await VersionAsync(cancellationToken)
            ?? throw new InvalidOperationException("No reference data has been imported.");
        var rows = new ReferenceRows(
            await AllAsync<Unit>(cancellationToken),
            await AllAsync<UnitSuccession>(cancellationToken),
            await AllAsync<IdentityNumberPrefix>(cancellationToken),
            await AllAsync<WorkingSession>(cancellationToken),
            await AllAsync<CalendarDay>(cancellationToken),
            await AllAsync<CalendarYear>(cancellationToken),
            await AllAsync<CodeEntry>(cancellationToken));
        return new ReferenceSnapshot(version, rows);
    }

    private async Task<List<T>> AllAsync<T>(CancellationToken cancellationToken) where T : class =>
        await db.Set<T>().AsNoTracking().ToListAsync(cancellationToken);
}
