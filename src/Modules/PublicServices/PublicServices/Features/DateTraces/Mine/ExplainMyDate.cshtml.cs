using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.DateTraces.Mine;

/// <summary>Why this date: for the applicant.</summary>
internal sealed class ExplainMyDateModel(PublicServicesDbContext db, ProcedureBook procedures, DateTrace trace) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";

    public Procedure Procedure { get; private set; } = null!;
    public DateExplanation? Why { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        Procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        Why = await trace.ExplainAsync(dossier, Procedure, cancellationToken);
    }
}
