using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Counter.Visit;

internal sealed record VisitDraft(string Name, string Href);

/// <param name="IsDue">Whether it waits for its fee.</param>
internal sealed record VisitDossier(string Name, string Code, DateTimeOffset PromisedAt, bool IsDue);

/// <summary>A citizen at the counter: their yes first, then what is done for them.</summary>
internal sealed class ShowVisitModel(
    PublicServicesDbContext db, CounterVisits visits, ProcedureBook procedures, IMediator mediator, TimeProvider clock,
    IStringLocalizer<CounterTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Procedure { get; set; }

    public CounterVisit Visit { get; private set; } = null!;
    public bool IsOpen => Visit.IsOpen(clock.GetUtcNow());
    public bool HasYes => Visit.HasYes(clock.GetUtcNow());
    public bool SlipRefused => ModelState.ContainsKey("Slip");
    public string? CitizenName { get; private set; }
    public IReadOnlyList<VisitDraft> Drafts { get; private set; } = [];
    public IReadOnlyList<VisitDossier> Filed { get; private set; } = [];
    public IReadOnlyList<FieldOption> Procedures { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var found = await visits.FindAsync(Id, User.Actor(), cancellationToken);
        Visit = found.Visit;
        if (!HasYes)
            return;
        var citizen = await mediator.Send(new FindPeople([Visit.CitizenId!.Value], [PersonFields.Name], found.Access), cancellationToken);
        CitizenName = citizen.FirstOrDefault()?.FullName;
        Procedures = [.. procedures.InForce(clock.Today()).Select(p => new FieldOption(p.Code, p.Name.Here))];
        Drafts = [.. (await db.Drafts.AsNoTracking().Where(d => d.VisitId == Id && d.FiledAt == null).OrderBy(d => d.StartedAt).ToListAsync(cancellationToken))
            .Select(d => new VisitDraft(procedures.Get(d.ProcedureCode, d.ProcedureVersion).Name.Here, DraftLinks.Check(d.ProcedureCode, d.Id) + "?handler=Resume"))];
        Filed = [.. (await db.Dossiers.AsNoTracking().Where(d => d.VisitId == Id).OrderBy(d => d.FiledAt).ToListAsync(cancellationToken))
            .Select(d => new VisitDossier(procedures.Get(d.ProcedureCode, d.ProcedureVersion).Name.Here, d.Code.Value, d.PromisedAt, d is { IsOpen: true, State: DossierLifecycle.PaymentDue }))];
    }

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await mediator.Send(new EnterVisitCode(Id, Code, User.Actor()), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostResendAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await mediator.Send(new SendVisitCode(Id, User.Actor()), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostSlipAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await mediator.Send(await AddVisitSlip.FromAsync(Id, Request.Form.Files["Slip"], User.Actor(), cancellationToken), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        var found = await visits.FindAsync(Id, User.Actor(), cancellationToken);
        found.Visit.End(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(CounterLinks.Today);
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        var found = await visits.FindAsync(Id, User.Actor(), cancellationToken);
        if (!found.Visit.HasYes(clock.GetUtcNow()))
            return Redirect(CounterLinks.Visit(Id));
        if (string.IsNullOrEmpty(Procedure) || procedures.Find(Procedure, clock.Today()) is null)
        {
            ModelState.AddModelError(nameof(Procedure), texts["visit.procedure-choose"]);
            return await this.UnprocessableAsync(cancellationToken);
        }
        var draft = await mediator.Send(new StartDraft(Procedure, found.ForCitizen), cancellationToken);
        return Redirect(DraftLinks.Check(Procedure, draft) + "?handler=Resume");
    }

    private async Task<IActionResult> AfterAsync(Result<Guid> outcome, CancellationToken cancellationToken) =>
        outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(CounterLinks.Visit(Id));
}
