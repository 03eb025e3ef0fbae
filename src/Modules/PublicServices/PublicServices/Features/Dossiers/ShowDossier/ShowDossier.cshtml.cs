using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Features.Fees;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Dossiers.ShowDossier;

/// <summary>The applicant's own dossier: where it is, who holds it, until when and why, what waits for them.</summary>
internal sealed class ShowDossierModel(
    PublicServicesDbContext db, ProcedureBook procedures, FieldWords words, DossierFlow flow, DossierFees fees, DossierGroup group,
    IMediator mediator) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromQuery] public bool Filed { get; set; }
    [FromQuery] public bool Done { get; set; }
    [BindProperty] public string? Comment { get; set; }

    public DossierView View { get; private set; } = null!;
    public FieldWords Words => words;
    public Organisation? Holder { get; private set; }
    public WorkingDeadline? Why { get; private set; }
    public IReadOnlyList<Consent> Consents { get; private set; } = [];

    /// <summary>All that its form leads to, this dossier too; where it stands alone, only that.</summary>
    public IReadOnlyList<GroupLine> Group { get; private set; } = [];

    /// <summary>What is due at a paying step, đồng.</summary>
    public long Due { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var dossier = await db.Dossiers.MineAsync(Code, actor.PersonId, cancellationToken);
        View = await DossierView.LoadAsync(db, procedures, dossier, cancellationToken);
        var entered = await db.People.AsNoTracking()
            .Where(p => p.DossierId == dossier.Id && p.Field.StartsWith(DossierPerson.EnteredPrefix)).Select(p => p.PersonId).ToListAsync(cancellationToken);
        await words.LoadAsync(
            [.. AnswerValues.PersonIds(dossier.Answers), .. entered],
            AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, dossier.ProcedureCode, dossier.Code.Value), cancellationToken);
        var office = View.Step.Office is { } place ? dossier.OrganisationOf(place) : dossier.ReceivingOrganisation;
        Holder = (await mediator.Send(new FindOrganisations([office]), cancellationToken)).FirstOrDefault();
        Why = Deadline(dossier);
        Group = await group.OfAsync(dossier, View.Procedure, cancellationToken);
        Consents = await db.Consents.AsNoTracking().Where(c => c.DossierId == dossier.Id).OrderBy(c => c.AskedAt).ToListAsync(cancellationToken);
        Due = View.Step.Pays && dossier.IsOpen ? fees.Owed(dossier, View.Procedure)?.Amount.Amount ?? 0 : 0;
    }

    /// <summary>An action of the applicant's step: confirm, ask for a correction.</summary>
    public async Task<IActionResult> OnPostAsync(string step, string act, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        // A supplement is sent from its own page, which asks for what the office asked for.
        if (dossier.State == DossierLifecycle.SupplementRequested)
            return Redirect($"/dossiers/{Code}/supplement");
        var outcome = await mediator.Send(
            new TakeAction(dossier.Id, step, act, User.Actor(), new ActionInput(Comment)), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect($"/dossiers/{Code}?done=true");
    }

    private WorkingDeadline? Deadline(Dossier dossier)
    {
        try
        {
            return flow.CalendarOf(View.Procedure).Deadline(dossier.AcceptedAt ?? dossier.FiledAt, dossier.LimitOf(View.Procedure).Limit);
        }
        catch (CalendarYearNotLoadedException)
        {
            return null;
        }
    }
}
