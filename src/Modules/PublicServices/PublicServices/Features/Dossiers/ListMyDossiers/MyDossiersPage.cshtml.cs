using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers.ListMyDossiers;

internal sealed class MyDossiersPageModel(PublicServicesDbContext db, ProcedureBook procedures) : PageModel
{
    private const int PageSize = 10;

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public IReadOnlyList<(Dossier Dossier, Procedure Procedure)> Dossiers { get; private set; } = [];
    public IReadOnlyList<(Draft Draft, Procedure Procedure)> Drafts { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        Pages = (await db.Dossiers.CountAsync(d => d.ApplicantId == me, cancellationToken) + PageSize - 1) / PageSize;
        Number = Math.Clamp(Number, 1, Math.Max(1, Pages));
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => d.ApplicantId == me).OrderByDescending(d => d.FiledAt)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        Dossiers = [.. dossiers.Select(d => (d, procedures.Get(d.ProcedureCode, d.ProcedureVersion)))];
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.ApplicantId == me && d.FiledAt == null)
            .OrderByDescending(d => d.SavedAt).ToListAsync(cancellationToken);
        Drafts = [.. drafts.Select(d => (d, procedures.Get(d.ProcedureCode, d.ProcedureVersion)))];
    }
}
