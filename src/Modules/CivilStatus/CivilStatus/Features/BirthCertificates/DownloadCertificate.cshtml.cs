using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.BirthCertificates;

/// <summary>The signed certificate as a file.</summary>
internal sealed class DownloadCertificateModel(CivilStatusDbContext db, CertificateFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var entry = await db.FindCertificateAsync(User, id, cancellationToken);
        if (entry.State is not BirthEntryState.Signed)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        if (await files.FindAsync(entry, cancellationToken) is not { } pdf)
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        Response.Headers.ContentDisposition = $"attachment; filename=\"{CertificateFiles.Name(entry)}\"";
        return File(pdf, "application/pdf");
    }
}
