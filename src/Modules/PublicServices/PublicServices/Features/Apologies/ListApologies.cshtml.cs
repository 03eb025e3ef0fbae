using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Apologies;

/// <summary>Drafts that wait for a leader of the official's organisations. Names nobody.</summary>
internal sealed class ListApologiesModel(PublicServicesDbContext db, ProcedureBook procedures) : PageModel
{
    private const int Most = 200;

    public Actor Actor => User.Actor();
    public IReadOnlyList<(DossierCode Code, string Procedure, DateTimeOffset PromisedBefore)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var visible = new DeskScope(Actor, procedures).Visible(db.Dossiers.AsNoTracking()).Where(d => d.EndedAt == null);
        var rows = await (
            from apology in db.Set<Apology>().AsNoTracking()
            join dossier in visible on apology.DossierId equals dossier.Id
            where apology.IssuedAt == null
            orderby apology.PromisedBefore
            select new { dossier.Code, dossier.ProcedureCode, dossier.ProcedureVersion, apology.PromisedBefore }).Take(Most).ToListAsync(cancellationToken);
        Rows = [.. rows.Select(r => (r.Code, procedures.Get(r.ProcedureCode, r.ProcedureVersion).Name.Here, r.PromisedBefore))];
    }
}
