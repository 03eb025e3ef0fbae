using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary>One signed copy as a file; none once its entry is out of force.</summary>
internal sealed class DownloadCopyModel(CivilStatusDbContext db, EntriesInForce inForce) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var copy = (await db.FindCopiesAsync(User, c => c.Id == id, cancellationToken))[0];
        return await inForce.HashOfAsync(copy, cancellationToken) is { Revoked: null }
            ? await this.PaperFileAsync(db, copy.FileId, EntryCopyLinks.FileName(copy), cancellationToken)
            : NotFound();
    }
}
