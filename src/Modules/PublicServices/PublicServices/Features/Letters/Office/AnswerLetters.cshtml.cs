using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Letters.Office;

/// <summary>An official of the dossier's office reads what its applicant wrote, and answers. Nobody does in a dossier of their own.</summary>
internal sealed class AnswerLettersModel(PublicServicesDbContext db, ProcedureBook procedures, DossierLetters letters, IMediator mediator) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [BindProperty] public string? Text { get; set; }
    public DeskCase Desk { get; private set; } = null!;
    public string Applicant { get; private set; } = "";
    public IReadOnlyList<Letter> Letters { get; private set; } = [];
    public bool MayWrite => letters.MayWrite(Desk.Dossier);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Desk = await CaseAsync(cancellationToken);
        Letters = await letters.ReadAsync(Desk.Dossier.Id, cancellationToken);
        var people = await mediator.Send(new FindPeople([Desk.Dossier.ApplicantId], [PersonFields.Name], Desk.Access), cancellationToken);
        Applicant = people.FirstOrDefault()?.FullName ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var desk = await CaseAsync(cancellationToken);
        var outcome = await mediator.Send(
            new WriteLetter(desk.Dossier, desk.SeenFrom.OrganisationCode, FromOffice: true, desk.Actor.PersonId, Text), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(DeskLinks.Dossier(desk.Dossier.Code) + "#letters");
    }

    /// <summary>Read, and needs no answer.</summary>
    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        var desk = await CaseAsync(cancellationToken);
        await letters.MarkReadByOfficeAsync(desk.Dossier.Id, cancellationToken);
        return Redirect(DeskLinks.Dossier(desk.Dossier.Code) + "#letters");
    }

    private async Task<DeskCase> CaseAsync(CancellationToken cancellationToken)
    {
        var desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        return DossierAccess.Concerns(desk.Dossier, desk.Actor) ? throw new NotFoundException("dossier") : desk;
    }
}
