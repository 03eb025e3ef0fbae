using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.OfficialForms;

namespace Project06.PublicServices.Features.IssuedPapers.Mine;

/// <summary>A paper on the screen, as it was signed.</summary>
internal sealed class ShowIssuedPaperModel(PublicServicesDbContext db) : PageModel
{
    public OpenedPaper Opened { get; private set; } = null!;

    public FormSheet Sheet { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Opened = await db.OpenPaperAsync(User, id, cancellationToken);
        Sheet = Opened.Paper.Sheet;
    }
}
