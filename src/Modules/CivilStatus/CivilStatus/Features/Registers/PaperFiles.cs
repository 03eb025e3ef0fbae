using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Data;

namespace Project06.CivilStatus.Features.Registers;

internal static class PaperFiles
{
    /// <summary>A stored paper, to be kept by whoever may have it and by no cache on the way.</summary>
    public static async Task<IActionResult> PaperFileAsync(
        this PageModel page, CivilStatusDbContext db, Guid file, string name, CancellationToken cancellationToken)
    {
        page.Response.Headers.CacheControl = "no-store";
        if (await db.ReadFileAsync(file, cancellationToken) is not { } stored)
            return page.StatusCode(StatusCodes.Status503ServiceUnavailable);
        page.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return page.File(stored.Content, "application/pdf");
    }
}
