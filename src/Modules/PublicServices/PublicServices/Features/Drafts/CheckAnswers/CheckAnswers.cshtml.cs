using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Counter;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Drafts.CheckAnswers;

/// <summary>Everything that will be filed, known and answered, each with a way to mend it.</summary>
internal sealed class CheckAnswersModel(
    PublicServicesDbContext db, FormBook forms, FieldWords words, ProcedureChecks checks, DossierFlow flow, IMediator mediator, TimeProvider clock)
    : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromRoute] public Guid Id { get; set; }

    public FormState Form { get; private set; } = null!;
    public FieldWords Words => words;
    public IReadOnlyList<CheckNote> Notes { get; private set; } = [];
    public DateTimeOffset? Expected { get; private set; }

    /// <summary>Takes the citizen to where they left off.</summary>
    public async Task<IActionResult> OnGetResumeAsync(CancellationToken cancellationToken)
    {
        var form = await forms.OpenAsync(await MineAsync(cancellationToken), User.Actor(), cancellationToken);
        return Redirect(form.FirstIncomplete is { } page ? DraftLinks.Page(Code, Id, page.Page.Id) : DraftLinks.Check(Code, Id));
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FiledAsync(cancellationToken) is { } filed)
            return Redirect(After(filed));
        Form = await forms.OpenAsync(await MineAsync(cancellationToken), User.Actor(), cancellationToken);
        if (Form.FirstIncomplete is { } page)
            return Redirect(DraftLinks.Page(Code, Id, page.Page.Id));
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Form = await forms.OpenAsync(await MineAsync(cancellationToken), User.Actor(), cancellationToken);
        await ShowAsync(cancellationToken);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        await words.LoadAsync(Form, Form.Fields.Values, User.Actor(), cancellationToken);
        Notes = Form.IsComplete ? await checks.RunAsync(Form, User.Actor().PersonId, cancellationToken) : [];
        try
        {
            Expected = flow.CalendarOf(Form.Procedure).Deadline(clock.GetUtcNow(), Form.Procedure.LimitFor(Form.Values()).Limit).Due;
        }
        catch (CalendarYearNotLoadedException)
        {
            Expected = null;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FiledAsync(cancellationToken) is { } filed)
            return Redirect(After(filed, "?filed=true"));
        var outcome = await mediator.Send(new FileDossier(Id, User.Actor()), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect(After(outcome.Value.Value, "?filed=true"));
    }

    // Whoever filed for somebody at a counter goes back to the visit: the dossier is the citizen's.
    private string After(string code, string query = "") =>
        User.Actor().Helper is { } helper ? CounterLinks.Visit(helper.VisitId) : $"/dossiers/{code}{query}";

    private async Task<string?> FiledAsync(CancellationToken cancellationToken) =>
        (await db.Dossiers.AsNoTracking().Where(d => d.Id == Id && d.ApplicantId == User.Actor().PersonId)
            .Select(d => (DossierCode?)d.Code).SingleOrDefaultAsync(cancellationToken))?.Value;

    private async Task<Draft> MineAsync(CancellationToken cancellationToken) =>
        await db.Drafts.AsNoTracking().SingleOrDefaultAsync(
            d => d.Id == Id && d.ProcedureCode == Code && d.ApplicantId == User.Actor().PersonId && d.FiledAt == null, cancellationToken)
        ?? throw new NotFoundException("draft");
}
