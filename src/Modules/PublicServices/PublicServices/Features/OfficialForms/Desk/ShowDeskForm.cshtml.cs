using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.OfficialForms.Desk;

/// <summary>A form of a dossier for its offices: one that was sent, or the control sheet as it stands now.</summary>
internal sealed class ShowDeskFormModel(
    PublicServicesDbContext db, ProcedureBook procedures, FormFactsReader reader, FormPrinter printer, TimeProvider clock) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";
    [FromRoute] public string Kind { get; set; } = "";
    [FromQuery] public bool Pdf { get; set; }

    public FormSheet Sheet { get; private set; } = null!;
    public bool IsIssued { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        if (Kind == FormKinds.ControlSheet)
        {
            Sheet = OfficeSheets.ControlSheet(await reader.ReadAsync(desk.Dossier, cancellationToken), clock.Today());
            return Page();
        }
        var form = await db.Set<OfficialForm>().AsNoTracking().Where(f => f.DossierId == desk.Dossier.Id && f.Kind == Kind)
            .OrderByDescending(f => f.IssuedAt).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("form");
        await db.RecordAccessAsync(
            desk.Access, [new PersonShown(desk.Dossier.ApplicantId, [PersonFields.Name, PersonFields.Residence])], cancellationToken);
        (Sheet, IsIssued) = (form.Sheet, true);
        return Pdf ? await this.FormFileAsync(printer, form, cancellationToken) : Page();
    }
}
