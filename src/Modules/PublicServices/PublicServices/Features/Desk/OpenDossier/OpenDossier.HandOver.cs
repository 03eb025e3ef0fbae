using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Dossiers.HandOver;
using Project06.Ui;

namespace Project06.PublicServices.Features.Desk.OpenDossier;

/// <summary>Handing over the result, by the receiving office.</summary>
internal sealed partial class OpenDossierModel
{
    [BindProperty] public HandOverMethod? Method { get; set; }

    public bool MayHandOver => Dossier.Allows(BuiltIn.HandOver, DossierAccess.PartyOf(Dossier, Desk.Actor));

    public IReadOnlyList<FieldOption> HandOverMethods
    {
        get
        {
            var words = HttpContext.RequestServices.GetRequiredService<IStringLocalizer<FlowTexts>>();
            return [.. Enum.GetValues<HandOverMethod>().Select(m => new FieldOption(m.ToString(), words[$"hand-over.method.{m}"]))];
        }
    }

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellationToken)
    {
        var desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        var outcome = await mediator.Send(new HandOverResult(desk.Dossier.Id, Method, desk.Actor), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect(DeskLinks.Dossier(desk.Dossier.Code, Tab));
    }
}
