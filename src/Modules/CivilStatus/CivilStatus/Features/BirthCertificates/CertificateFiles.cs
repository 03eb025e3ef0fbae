using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Rendering;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Paper;

namespace Project06.CivilStatus.Features.BirthCertificates;

/// <summary>Certificates as signed files. One that was registered before files were kept is printed when it is first asked for, and kept.</summary>
internal sealed class CertificateFiles(CivilStatusDbContext db, CertificatePrinter printer, TimeProvider clock)
{
    public static string Name(BirthEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"giay-khai-sinh-{entry.Number}-{entry.Year}.pdf");

    /// <summary>The file of a signed entry; null when it can't be printed now.</summary>
    public async Task<byte[]?> FindAsync(BirthEntry entry, CancellationToken cancellationToken)
    {
        if (entry.CertificateFileId is { } file)
            return (await db.ReadFileAsync(file, cancellationToken))?.Content;
        try
        {
            return await KeepAsync(entry, await printer.PrintAsync(entry, cancellationToken), cancellationToken);
        }
        catch (PrintException)
        {
            return null;
        }
    }

    // Printed once: two who ask at once print twice, and the first one's file stays.
    private async Task<byte[]> KeepAsync(BirthEntry entry, byte[] pdf, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var file = db.AddFile(pdf, "application/pdf", clock.GetUtcNow()).Id;
        await db.SaveChangesAsync(cancellationToken);
        var kept = await db.BirthEntries.Where(e => e.Id == entry.Id && e.CertificateFileId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.CertificateFileId, file), cancellationToken);
        if (kept == 1)
            await transaction.CommitAsync(cancellationToken);
        return pdf;
    }
}
