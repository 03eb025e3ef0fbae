using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.EntryChanges;
using Project06.CivilStatus.Paper;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary>Finds the entry that copies are asked of, in whichever commune's book it stands.</summary>
internal sealed class CopySources(CivilStatusDbContext db)
{
    public const string NotFound = "entry-not-found", Unavailable = "register-unavailable";

    /// <summary>The entry in force, or why there is nothing to copy.</summary>
    public async Task<(CopySource? Source, string? Refusal)> FindAsync(string register, Guid subject, CancellationToken cancellationToken) =>
        register switch
        {
            "birth" => await OfBirthAsync(subject, cancellationToken),
            "death" => await OfDeathAsync(subject, cancellationToken),
            _ => (null, Unavailable),
        };

    private async Task<(CopySource?, string?)> OfBirthAsync(Guid subject, CancellationToken cancellationToken)
    {
        var entries = await db.BirthEntries.AsNoTracking().Where(e => e.ChildId == subject && e.SignedAt != null).ToListAsync(cancellationToken);
        if (entries.SingleOrDefault(e => e.State is BirthEntryState.Signed) is not { } entry)
            return (null, entries.Count > 0 ? EffectReplies.Revoked : NotFound);
        var notes = await db.NotesOfAsync(entry.Id, cancellationToken);
        return (new CopySource(
            RegisterKind.Birth, entry.Id, entry.ContentHash, "Giấy khai sinh", "Birth certificate", entry.EntryNumber, entry.BookNumber,
            [.. CertificatePaper.Facts(entry, BirthWords.Of(entry, notes)), .. ChangePaper.Notes(notes)]), null);
    }

    private async Task<(CopySource?, string?)> OfDeathAsync(Guid subject, CancellationToken cancellationToken)
    {
        var entries = await db.DeathEntries.AsNoTracking().Where(e => e.DeceasedId == subject && e.SignedAt != null).ToListAsync(cancellationToken);
        if (entries.SingleOrDefault(e => e.State is DeathEntryState.Signed) is not { } entry)
            return (null, entries.Count > 0 ? EffectReplies.Revoked : NotFound);
        return (new CopySource(
            RegisterKind.Death, entry.Id, entry.ContentHash, entry.PaperTitle!, entry.PaperTitleEn!, entry.EntryNumber, entry.BookNumber,
            DeathExtractPaper.Facts(entry)), null);
    }
}
