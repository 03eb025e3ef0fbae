using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.OfficialForms;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers.Receipt;

/// <summary>
/// What was filed, where and when; printable; its QR opens the public state. Once the office accepts the dossier it issues form 01,
/// which stands in its place.
/// </summary>
internal sealed class ReceiptModel(
    PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, IConfiguration configuration) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";
    public DossierView View { get; private set; } = null!;
    public Organisation? Office { get; private set; }
    public string ApplicantName => User.Actor().Name;
    public string StatusAddress => $"{configuration["Site:BaseUrl"]}/r/{View.Dossier.PublicToken}";

    public bool IsWaiting => View.Dossier is { IsOpen: true, AcceptedAt: null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        if (await db.Set<OfficialForm>().AnyAsync(f => f.DossierId == dossier.Id && f.Kind == FormKinds.Receipt, cancellationToken))
            return Redirect($"/dossiers/{dossier.Code}/forms/{FormKinds.Receipt}");
        View = await DossierView.LoadAsync(db, procedures, dossier, cancellationToken);
        Office = (await mediator.Send(new FindOrganisations([dossier.ReceivingOrganisation]), cancellationToken)).FirstOrDefault();
        return Page();
    }
}
