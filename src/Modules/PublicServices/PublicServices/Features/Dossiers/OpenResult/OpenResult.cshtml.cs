using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Dossiers.OpenResult;

/// <summary>The applicant opens a result: the final one counts as handed over electronically from then on (state 10).</summary>
internal sealed class OpenResultModel(PublicServicesDbContext db, DossierFlow flow) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        var mine = await db.Dossiers.MineAsync(code, me, cancellationToken);
        var result = await db.Results.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.DossierId == mine.Id, cancellationToken);
        if (result is null)
            return NotFound();
        if (result.IsFinal && mine.Allows(BuiltIn.HandOver, DossierParty.ReceivingOffice))
            await RecordAsync(mine.Id, me, cancellationToken);
        return LocalRedirect(result.Path);
    }

    private async Task RecordAsync(Guid id, Guid applicant, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id, cancellationToken);
        if (!dossier.Allows(BuiltIn.HandOver, DossierParty.ReceivingOffice))
            return;
        try
        {
            flow.HandOverTo(dossier, HandOverMethod.Electronic, new Mover(applicant, null, null));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The office, or another tab, recorded it in the same moment.
        }
    }
}
