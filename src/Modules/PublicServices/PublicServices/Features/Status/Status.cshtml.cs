using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Status;

/// <summary>What a receipt's QR opens: the state of a dossier and nothing about anybody.</summary>
internal sealed class StatusModel(PublicServicesDbContext db, ProcedureBook procedures) : PageModel
{
    public DossierView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.PublicToken == token, cancellationToken);
        if (dossier is null)
            return NotFound();
        View = new DossierView(dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), [], []);
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }
}
