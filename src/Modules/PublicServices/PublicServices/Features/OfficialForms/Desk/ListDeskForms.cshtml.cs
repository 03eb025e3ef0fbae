using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.OfficialForms.Desk;

/// <summary>The forms of a dossier, for its offices. Names nobody.</summary>
internal sealed class ListDeskFormsModel(PublicServicesDbContext db, ProcedureBook procedures) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";

    public DeskCase Desk { get; private set; } = null!;
    public IReadOnlyList<OfficialForm> Forms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        Forms = await db.Set<OfficialForm>().AsNoTracking().Where(f => f.DossierId == Desk.Dossier.Id).OrderBy(f => f.IssuedAt).ToListAsync(cancellationToken);
    }
}
