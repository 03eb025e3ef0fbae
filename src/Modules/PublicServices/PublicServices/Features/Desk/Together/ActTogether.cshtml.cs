using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk.Together;

/// <summary>One action for many dossiers of a step: each is taken by itself, and one that can't be taken keeps no other back.</summary>
internal sealed class ActTogetherModel(
    PublicServicesDbContext db, TogetherQueue together, DeskQueue queue, ProcedureBook procedures, TimeLeftWords left, IServiceScopeFactory scopes,
    IStringLocalizer<DeskTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    [FromRoute(Name = "version")] public int Version { get; set; }
    [FromRoute(Name = "step")] public string StepId { get; set; } = "";
    [FromQuery(Name = "done")] public int? Done { get; set; }

    public Procedure Procedure { get; private set; } = null!;
    public StepAction StepAction { get; private set; } = null!;
    public IReadOnlyList<QueueItem> Items { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (scope, step) = Resolve();
        Items = await queue.ShowAsync(scope, await together.ReadAsync(scope, Procedure, step, cancellationToken), cancellationToken);
    }

    private (DeskScope Scope, Step Step) Resolve()
    {
        var scope = new DeskScope(User.Actor(), procedures);
        Procedure = scope.Procedures.FirstOrDefault(p => p.Code == Code && p.Version == Version) ?? throw new NotFoundException("procedure");
        var step = Procedure.Steps.FirstOrDefault(s => s.Id == StepId) ?? throw new NotFoundException("step");
        StepAction = TogetherQueue.ActionOf(step) ?? throw new NotFoundException("action");
        return (scope, step);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (desk, _) = Resolve();
        var chosen = await ChosenAsync(desk, cancellationToken);
        var refused = new Dictionary<Guid, string>();
        var done = 0;
        foreach (var dossier in chosen)
        {
            if (dossier is { IsOpen: true, Holder: { } holder } && dossier.StepId == StepId && holder != desk.Actor.PersonId)
            {
                refused[dossier.Id] = texts["together.held", dossier.Code];
                continue;
            }
            // A dossier that fails must not leave its changes behind for the next one.
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
                new TakeAction(dossier.Id, StepId, StepAction.Id, User.Actor(), new ActionInput()), cancellationToken);
            if (outcome.Error is { } error)
                refused[dossier.Id] = error.Code == "dossier.moved-on" ? await MovedOnAsync(dossier, cancellationToken) : $"{dossier.Code}: {error.Text}";
            else
                done++;
        }
        if (chosen.Count > 0 && refused.Count == 0)
            return Redirect($"{DeskLinks.Together(Code, Version, StepId)}?done={done}");
        Done = done > 0 ? done : null;
        await LoadAsync(cancellationToken);
        if (chosen.Count == 0)
            ModelState.AddModelError(Items.Count > 0 ? "Chosen" : "", texts["together.choose-one"]);
        // What isn't in the list any more is told at its top.
        foreach (var (id, text) in refused)
            ModelState.AddModelError(Items.Any(item => item.Row.Id == id) ? $"Chosen.{id}" : "", text);
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    // All that was ticked, also what no longer waits at the step: of each is told what became of it.
    private async Task<List<Dossier>> ChosenAsync(DeskScope desk, CancellationToken cancellationToken)
    {
        var ticked = Request.Form.Keys.Where(key => key.StartsWith("Chosen.", StringComparison.Ordinal) && Request.Form[key] == "true")
            .Select(key => Guid.TryParse(key["Chosen.".Length..], out var id) ? id : Guid.Empty).Distinct().Take(TogetherQueue.Most).ToArray();
        return await desk.Visible(db.Dossiers.AsNoTracking())
            .Where(d => ticked.Contains(d.Id) && d.ProcedureCode == Code && d.ProcedureVersion == Version)
            .OrderBy(d => d.PromisedAt).ThenBy(d => d.Id).ToListAsync(cancellationToken);
    }

    private async Task<string> MovedOnAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var now = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == dossier.Id, cancellationToken);
        return texts["together.moved-on", now.Code, now.IsOpen ? Procedure.Step(now.StepId).Name.Here : DossierLifecycle.Of(now.State).Name.Here];
    }

    public bool IsChosen(Guid dossier) => Request.HasFormContentType && Request.Form[$"Chosen.{dossier}"] == "true";

    public TimeLeft Left(QueueItem item) => left.Of(item.Procedure, item.Row.PromisedAt, item.Row.Waits, item.Row.EndedAt);
}
