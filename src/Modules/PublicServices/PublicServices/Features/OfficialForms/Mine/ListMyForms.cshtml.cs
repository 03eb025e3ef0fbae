using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Dossiers;

namespace Project06.PublicServices.Features.OfficialForms.Mine;

/// <summary>The forms that were sent to the applicant.</summary>
internal sealed class ListMyFormsModel(PublicServicesDbContext db) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";

    public IReadOnlyList<OfficialForm> Forms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        Forms = await db.Set<OfficialForm>().AsNoTracking().Where(f => f.DossierId == dossier.Id).OrderBy(f => f.IssuedAt).ToListAsync(cancellationToken);
    }
}
