using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary>The signed extract of a note as a file.</summary>
internal sealed class DownloadChangeModel(CivilStatusDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var (note, _) = await db.FindChangeAsync(User, id, cancellationToken);
        return note is { State: EntryChangeState.Signed, ExtractFileId: { } file }
            ? await this.PaperFileAsync(db, file, EntryChangeLinks.FileName(note), cancellationToken)
            : NotFound();
    }
}
