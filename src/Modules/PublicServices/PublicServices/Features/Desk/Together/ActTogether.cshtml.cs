using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk.Together;

/// <summary>One action for many dossiers of a step: each is taken by itself, and one that can't be taken keeps no other back.</summary>
internal sealed class ActTogetherModel(
    TogetherQueue together, DeskQueue queue, ProcedureBook procedures, TimeLeftWords left, IServiceScopeFactory scopes,
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
        var (desk, step) = Resolve();
        var chosen = (await together.ReadAsync(desk, Procedure, step, cancellationToken)).Where(d => IsChosen(d.Id)).ToList();
        if (chosen.Count == 0)
            ModelState.AddModelError("Chosen", texts["together.choose-one"]);
        var done = 0;
        foreach (var dossier in chosen)
        {
            // A dossier that fails must not leave its changes behind for the next one.
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
                new TakeAction(dossier.Id, StepId, StepAction.Id, User.Actor(), new ActionInput()), cancellationToken);
            if (outcome.Error is { } error)
                ModelState.AddModelError($"Chosen.{dossier.Id}", $"{dossier.Code}: {error.Text}");
            else
                done++;
        }
        if (ModelState.ErrorCount == 0)
            return Redirect($"{DeskLinks.Together(Code, Version, StepId)}?done={done}");
        Done = done > 0 ? done : null;
        return await this.UnprocessableAsync(cancellationToken);
    }

    public bool IsChosen(Guid dossier) => Request.HasFormContentType && Request.Form[$"Chosen.{dossier}"] == "true";

    public TimeLeft Left(QueueItem item) => left.Of(item.Procedure, item.Row.PromisedAt, item.Row.Waits, item.Row.EndedAt);
}
