using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.EntryChanges;

internal static class ChangeNotes
{
    /// <summary>The signed notes beside a birth entry, oldest first.</summary>
    public static async Task<IReadOnlyList<EntryChange>> NotesOfAsync(
        this CivilStatusDbContext db, Guid birthEntryId, CancellationToken cancellationToken) =>
        await db.EntryChanges.AsNoTracking().Where(c => c.BirthEntryId == birthEntryId && c.State == EntryChangeState.Signed)
            .OrderBy(c => c.SignedAt).ToListAsync(cancellationToken);
}
