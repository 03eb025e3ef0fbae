using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.EntryChanges;
using Project06.CivilStatus.Paper;
using static Project06.CivilStatus.Features.PaperVerification.VerifiedPaper;

namespace Project06.CivilStatus.Features.PaperVerification;

/// <summary>Notes beside entries, and copies of entries.</summary>
internal static partial class PapersByToken
{
    private static async Task<VerifiedPaper?> FindChangeAsync(this CivilStatusDbContext db, string token, CancellationToken cancellationToken)
    {
        var note = await db.EntryChanges.AsNoTracking().SingleOrDefaultAsync(c => c.PublicToken == token && c.SignedAt != null, cancellationToken);
        return note is null ? null : new VerifiedPaper(
            Judge(revoked: false, note.Holds()), null,
            [
                new("verify.paper", ChangePaper.Title(note)), .. Place(note.EntryNumber, note.BookNumber, note.OfficeUnit, note.OfficeProvince, note.RegisteredOn),
                new("verify.child", note.SubjectName), new("verify.note", ChangePaper.Note(note)), new("verify.signed-by", note.SignedByName!),
            ],
            [new(note.SubjectId, [PersonFields.Name, .. note.Fields.Select(f => ChangeAccess.ShownAs(f.Field))])], note.ProcedureCode);
    }

    private static async Task<VerifiedPaper?> FindCopyAsync(this CivilStatusDbContext db, string token, CancellationToken cancellationToken)
    {
        var copy = await db.EntryCopies.AsNoTracking().SingleOrDefaultAsync(c => c.PublicToken == token, cancellationToken);
        if (copy is null)
            return null;
        var (title, name, hash, revokedAt) = copy.CopyOf is RegisterKind.Birth
            ? await db.OfBirthAsync(copy.EntryId, cancellationToken)
            : await db.OfDeathAsync(copy.EntryId, cancellationToken);
        return new VerifiedPaper(
            Judge(revokedAt is not null, copy.Holds(hash)), revokedAt,
            [
                new("verify.paper", $"{title} (bản sao)"),
                .. Place(copy.CopyNumber, copy.BookNumber, copy.OfficeUnit, copy.OfficeProvince, copy.RegisteredOn),
                new("verify.child", name), new("verify.signed-by", copy.SignedByName),
            ],
            [new(copy.SubjectId, [PersonFields.Name])], copy.ProcedureCode);
    }

    private static async Task<(string Title, string Name, string? Hash, DateTimeOffset? RevokedAt)> OfBirthAsync(
        this CivilStatusDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.AsNoTracking().SingleAsync(e => e.Id == id, cancellationToken);
        return ("Giấy khai sinh", BirthWords.Of(entry, await db.NotesOfAsync(id, cancellationToken)).Name, entry.ContentHash, entry.RevokedAt);
    }

    private static async Task<(string Title, string Name, string? Hash, DateTimeOffset? RevokedAt)> OfDeathAsync(
        this CivilStatusDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var entry = await db.DeathEntries.AsNoTracking().SingleAsync(e => e.Id == id, cancellationToken);
        return (entry.PaperTitle!, entry.Deceased.Name, entry.ContentHash, entry.RevokedAt);
    }
}
