using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.Population.Data;

namespace Project06.Population.Features.Confirmations;

/// <summary>The signed file.</summary>
internal sealed class DownloadConfirmationModel(PopulationDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.OpenConfirmationAsync(User.Actor(), id, cancellationToken) is not { } found
            || await db.ReadFileAsync(found.FileId, cancellationToken) is not { } file)
            return NotFound();
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{ConfirmationLinks.FileName(found.AsOf)}\"";
        return File(file.Content, "application/pdf");
    }
}
