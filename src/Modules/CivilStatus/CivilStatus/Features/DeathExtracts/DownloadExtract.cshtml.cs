using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.DeathExtracts;

/// <summary>The signed extract as a file.</summary>
internal sealed class DownloadExtractModel(CivilStatusDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var entry = await db.FindExtractAsync(User, id, cancellationToken);
        return entry is { State: DeathEntryState.Signed, ExtractFileId: { } file }
            ? await this.PaperFileAsync(db, file, DeathExtractLinks.FileName(entry), cancellationToken)
            : NotFound();
    }
}
