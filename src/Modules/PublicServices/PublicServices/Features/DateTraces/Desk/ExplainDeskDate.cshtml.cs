using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.DateTraces.Desk;

/// <summary>Why this date: for the dossier's offices. Names nobody.</summary>
internal sealed class ExplainDeskDateModel(PublicServicesDbContext db, ProcedureBook procedures, DateTrace trace) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";

    public DeskCase Desk { get; private set; } = null!;
    public DateExplanation? Why { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        Why = await trace.ExplainAsync(Desk.Dossier, Desk.Procedure, cancellationToken);
    }
}
