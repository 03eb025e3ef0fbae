using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Data;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Dossiers.Withdraw;

/// <summary>Asks why, and says what withdrawing means, before it is done.</summary>
internal sealed class WithdrawModel(PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [BindProperty] public string? Reason { get; set; }
    public DossierView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return View.MayWithdraw ? Page() : Redirect($"/dossiers/{Code}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken) => View = await DossierView.LoadAsync(
        db, procedures, await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        var outcome = await mediator.Send(new WithdrawDossier(dossier.Id, Reason, User.Actor()), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/dossiers/{Code}");
    }
}
