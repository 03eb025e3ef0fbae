using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Consents.AnswerConsent;

/// <summary>One request for my consent: who asks, what for, what the folder lets me see, until when. What I see is on the ledger.</summary>
internal sealed class AnswerConsentModel(PublicServicesDbContext db, ProcedureBook procedures, FieldWords words, IMediator mediator)
    : PageModel, ILoadsPage
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public string? Comment { get; set; }

    public Consent Asked { get; private set; } = null!;
    public Dossier Dossier { get; private set; } = null!;
    public Procedure Procedure { get; private set; } = null!;
    public Step Step { get; private set; } = null!;
    public FieldWords Words => words;
    public string? Applicant => words.Person(Dossier.ApplicantId)?.FullName;
    public bool IsOpen => Asked.AnsweredAt is null;
    public IEnumerable<Field> Shown => Step.Shows.Select(id => Procedure.Fields[id]).Where(f => Dossier.Answers[f.Id] is not null && f.Type != FieldType.File);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        Asked = await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id && c.PersonId == actor.PersonId, cancellationToken)
            ?? throw new NotFoundException("consent");
        Dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == Asked.DossierId, cancellationToken);
        Procedure = procedures.Get(Dossier.ProcedureCode, Dossier.ProcedureVersion);
        Step = Procedure.Step(Asked.StepId);
        // Once answered, the request is a line of one's own: others' data isn't shown any longer.
        if (IsOpen)
            await words.LoadAsync(
                [.. Step.Shows.Select(id => AnswerValues.PersonId(Dossier.Answers[id])).OfType<Guid>().Append(Dossier.ApplicantId).Distinct()],
                AccessContext.Citizen(actor, AccessPurposes.Consent, Dossier.ProcedureCode, Dossier.Code.Value), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string act, CancellationToken cancellationToken)
    {
        var asked = await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id && c.PersonId == User.Actor().PersonId, cancellationToken)
            ?? throw new NotFoundException("consent");
        var outcome = await mediator.Send(
            new TakeAction(asked.DossierId, asked.StepId, act, User.Actor(), new ActionInput(Comment)), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/consents/{Id}");
    }
}
