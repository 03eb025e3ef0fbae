using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Apologies;

/// <summary>The apology of one dossier: the draft, and for the leader the yes to it. Names nobody.</summary>
internal sealed class WriteApologyModel(
    PublicServicesDbContext db, ProcedureBook procedures, DossierFlow flow, IMediator mediator, TimeProvider clock) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [BindProperty] public DateOnly? Until { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public DeskCase Desk { get; private set; } = null!;
    public Apology Draft { get; private set; } = null!;
    public bool MayIssue { get; private set; }
    public string? WhyNot => Draft.WhyNot(Desk.Dossier);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        Draft = await db.Set<Apology>().AsNoTracking().SingleOrDefaultAsync(a => a.DossierId == Desk.Dossier.Id, cancellationToken)
            ?? ApologyPosts.Draft(Desk.Dossier, clock.GetUtcNow(), ApologyDates.Propose(ApologyClock.Of(Desk.Procedure, Desk.Dossier), flow.CalendarOf(Desk.Procedure)));
        MayIssue = ApologyPosts.Of(Desk.Dossier, Desk.Actor) is not null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var outcome = await mediator.Send(new IssueApology(Desk.Dossier.Id, Until, Reason, Desk.Actor), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/desk/{Code}/apology");
    }
}
