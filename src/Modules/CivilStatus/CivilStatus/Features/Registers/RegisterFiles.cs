using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.BirthCertificates;
using Project06.CivilStatus.Features.DeathExtracts;
using Project06.CivilStatus.Features.EntryChanges;
using Project06.CivilStatus.Features.EntryCopies;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.Registers;

/// <summary>The signed papers of the registers, for those who may open them, to be given elsewhere as evidence; none out of force.</summary>
internal sealed class RegisterFiles(CivilStatusDbContext db, CertificateFiles certificates, EntriesInForce inForce) : IResultFiles
{
    public bool Keeps(string path) => Guid.TryParse(path[(path.LastIndexOf('/') + 1)..], out var id)
        && (path == BirthCertificateLinks.Show(id) || path == DeathExtractLinks.Show(id) || path == EntryChangeLinks.Show(id) || path == EntryCopyLinks.Show(id));

    public Task<ResultFile?> FindAsync(string path, Guid personId, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(path[(path.LastIndexOf('/') + 1)..]);
        return path == BirthCertificateLinks.Show(id) ? CertificateAsync(id, personId, cancellationToken)
            : path == DeathExtractLinks.Show(id) ? ExtractAsync(id, personId, cancellationToken)
            : path == EntryChangeLinks.Show(id) ? ChangeAsync(id, personId, cancellationToken)
            : CopyAsync(id, personId, cancellationToken);
    }

    private async Task<ResultFile?> CertificateAsync(Guid id, Guid me, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(
            e => e.Id == id && (e.MotherId == me || e.FatherId == me || e.RequesterId == me || e.ChildId == me), cancellationToken);
        return entry is { State: BirthEntryState.Signed } && await certificates.FindAsync(entry, cancellationToken) is { } pdf
            ? new ResultFile(CertificateFiles.Name(entry), pdf)
            : null;
    }

    private async Task<ResultFile?> ExtractAsync(Guid id, Guid me, CancellationToken cancellationToken)
    {
        var entry = await db.DeathEntries.AsNoTracking().SingleOrDefaultAsync(
            e => e.Id == id && (e.RequesterId == me || e.DeceasedId == me), cancellationToken);
        return entry is { State: DeathEntryState.Signed, ExtractFileId: { } file }
            ? await StoredAsync(file, DeathExtractLinks.FileName(entry), cancellationToken)
            : null;
    }

    private async Task<ResultFile?> ChangeAsync(Guid id, Guid me, CancellationToken cancellationToken)
    {
        var note = await db.EntryChanges.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == id && (c.RequesterId == me || c.SubjectId == me), cancellationToken);
        return note is { State: EntryChangeState.Signed, ExtractFileId: { } file }
            ? await StoredAsync(file, EntryChangeLinks.FileName(note), cancellationToken)
            : null;
    }

    // Of several copies asked for at once, the first: they say the same.
    private async Task<ResultFile?> CopyAsync(Guid request, Guid me, CancellationToken cancellationToken)
    {
        var copy = await db.EntryCopies.AsNoTracking().Where(c => c.EffectRequestId == request && c.RequesterId == me)
            .OrderBy(c => c.Number).FirstOrDefaultAsync(cancellationToken);
        return copy is not null && await inForce.HashOfAsync(copy, cancellationToken) is { Revoked: null }
            ? await StoredAsync(copy.FileId, EntryCopyLinks.FileName(copy), cancellationToken)
            : null;
    }

    private async Task<ResultFile?> StoredAsync(Guid file, string name, CancellationToken cancellationToken) =>
        await db.ReadFileAsync(file, cancellationToken) is { } stored ? new ResultFile(name, stored.Content) : null;
}
