using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Desk.Assign;

/// <summary>To whom a dossier is handed: colleagues of the acting role whom it doesn't concern.</summary>
internal sealed class AssignDossierModel(
    PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, IStringLocalizer<DeskTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    [FromQuery(Name = "tab")] public string? TabSlug { get; set; }
    [BindProperty] public Guid? To { get; set; }

    /// <summary>The step on the page that was sent, and who had the dossier there.</summary>
    [BindProperty] public string? SeenStep { get; set; }
    [BindProperty] public Guid? SeenHolder { get; set; }

    public DeskTab Tab => DeskTabs.Parse(TabSlug);
    public DeskCase Desk { get; private set; } = null!;
    public IReadOnlyList<FieldOption> Colleagues { get; private set; } = [];

    /// <summary>Whether there is something left to hand on.</summary>
    public bool MayAct => Desk is { Acting: not null, Dossier.IsOpen: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Desk.Acting is null)
            throw new NotFoundException("dossier");
        return MayAct ? Page() : Redirect(DeskLinks.Dossier(Desk.Dossier.Code, Tab));
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        // The dossier moved on between the page and its sending: there is nobody to offer.
        if (Desk.Acting is not { } post || !MayAct)
            return;
        var concerned = AnswerValues.PersonIds(Desk.Dossier.Answers).Append(Desk.Dossier.ApplicantId).Append(Desk.Actor.PersonId).ToHashSet();
        var officials = await mediator.Send(new FindOfficials(post.OrganisationCode, post.Role), cancellationToken);
        var ids = officials.Select(o => o.PersonId).Where(id => !concerned.Contains(id)).ToArray();
        var people = await mediator.Send(
            new FindPeople(ids, [PersonFields.Name], AccessContext.Official(Desk.Actor, post, AccessPurposes.Assign)), cancellationToken);
        Colleagues = [.. people.OrderBy(p => p.GivenName, StringComparer.CurrentCulture).Select(p => new FieldOption(p.PersonId.ToString(), p.FullName))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (To is not { } to)
        {
            ModelState.AddModelError(nameof(To), texts["hand.choose"]);
            return await this.UnprocessableAsync(cancellationToken);
        }
        return await HandAsync(to, AssignDossierHandler.Handed, cancellationToken);
    }

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) =>
        HandAsync(User.Actor().PersonId, AssignDossierHandler.Taken, cancellationToken);

    public Task<IActionResult> OnPostGiveBackAsync(CancellationToken cancellationToken) =>
        HandAsync(null, AssignDossierHandler.GivenBack, cancellationToken);

    private async Task<IActionResult> HandAsync(Guid? to, string said, CancellationToken cancellationToken)
    {
        var desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        var outcome = await mediator.Send(new AssignDossier(desk.Dossier.Id, to, desk.Actor, SeenStep is null ? null : new SeenAtDesk(SeenStep, SeenHolder)), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(DeskLinks.Taken(Code, said, Tab));
    }
}
