using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Dossiers;

namespace Project06.PublicServices.Features.OfficialForms.Mine;

/// <summary>One form as it was sent: on screen, or the signed file.</summary>
internal sealed class ShowMyFormModel(PublicServicesDbContext db, FormPrinter printer) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";
    [FromRoute] public string Kind { get; set; } = "";
    [FromQuery] public bool Pdf { get; set; }

    public OfficialForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        Form = await db.Set<OfficialForm>().AsNoTracking().Where(f => f.DossierId == dossier.Id && f.Kind == Kind)
            .OrderByDescending(f => f.IssuedAt).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("form");
        return Pdf ? await this.FormFileAsync(printer, Form, cancellationToken) : Page();
    }
}
