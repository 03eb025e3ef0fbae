using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Rendering;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Paper;

namespace Project06.CivilStatus.Features.BirthCertificates;

/// <summary>The signed certificate as a file. One that was registered before files were kept is printed when it is first asked for, and kept.</summary>
internal sealed class DownloadCertificateModel(CivilStatusDbContext db, CertificatePrinter printer, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var entry = await db.FindCertificateAsync(User, id, cancellationToken);
        if (entry.State is not BirthEntryState.Signed)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        if (await ContentOfAsync(entry, cancellationToken) is not { } pdf)
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"giay-khai-sinh-{entry.Number}-{entry.Year}.pdf\"");
        return File(pdf, "application/pdf");
    }

    private async Task<byte[]?> ContentOfAsync(BirthEntry entry, CancellationToken cancellationToken)
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

    /// <summary>Printed once: two who ask at once print twice, and the first one's file stays.</summary>
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
