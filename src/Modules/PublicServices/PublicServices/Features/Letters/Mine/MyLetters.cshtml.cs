using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Letters.Mine;

/// <summary>The applicant reads what the office wrote about a dossier, and writes to it.</summary>
internal sealed class MyLettersModel(PublicServicesDbContext db, ProcedureBook procedures, DossierLetters letters, IMediator mediator) : PageModel, ILoadsPage
{
    private IReadOnlyList<Organisation> offices = [];

    [FromRoute] public string Code { get; set; } = "";
    [BindProperty] public string? Text { get; set; }
    public Dossier Dossier { get; private set; } = null!;
    public Procedure Procedure { get; private set; } = null!;
    public IReadOnlyList<Letter> Letters { get; private set; } = [];
    public string Office { get; private set; } = "";
    public bool MayWrite => letters.MayWrite(Dossier);
    public string NameOf(Letter letter) => OpinionWords.Name(offices, letter.Organisation);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await letters.MarkReadByApplicantAsync(Dossier, cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        Procedure = procedures.Get(Dossier.ProcedureCode, Dossier.ProcedureVersion);
        Letters = await letters.ReadAsync(Dossier.Id, cancellationToken);
        var office = DossierLetters.OfficeOf(Dossier, Procedure.Step(Dossier.StepId));
        offices = await mediator.Send(new FindOrganisations([.. Letters.Select(l => l.Organisation).Append(office).Distinct()]), cancellationToken);
        Office = OpinionWords.Name(offices, office);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var dossier = await db.Dossiers.MineAsync(Code, actor.PersonId, cancellationToken);
        var step = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Step(dossier.StepId);
        var outcome = await mediator.Send(
            new WriteLetter(dossier, DossierLetters.OfficeOf(dossier, step), FromOffice: false, actor.PersonId, Text), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/dossiers/{Code}/letters#latest");
    }
}
