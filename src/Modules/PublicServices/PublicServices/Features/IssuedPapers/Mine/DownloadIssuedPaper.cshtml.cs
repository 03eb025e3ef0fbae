using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Files;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.IssuedPapers.Mine;

/// <summary>The signed file.</summary>
internal sealed class DownloadIssuedPaperModel(PublicServicesDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var opened = await db.OpenPaperAsync(User, id, cancellationToken);
        if (await db.ReadFileAsync(opened.Paper.FileId, cancellationToken) is not { } file)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"giay-{opened.Paper.Template}-{opened.Dossier}.pdf\"";
        return File(file.Content, "application/pdf");
    }
}
