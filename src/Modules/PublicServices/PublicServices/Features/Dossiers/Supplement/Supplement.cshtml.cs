using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.Ui.Forms;

namespace Project06.PublicServices.Features.Dossiers.Supplement;

/// <summary>The fields the office asked for, with its reasons, and nothing else.</summary>
[RequestSizeLimit(64 << 20), RequestFormLimits(MultipartBodyLengthLimit = 64 << 20)]
internal sealed class SupplementModel(
    PublicServicesDbContext db, ProcedureBook procedures, FormBook forms, FieldWords words, IMediator mediator, DateInputErrors dates,
    IStringLocalizer<FormTexts> formTexts)
    : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";

    public DossierView View { get; private set; } = null!;
    public FieldWords Words => words;
    public IReadOnlyList<(FieldState Field, string Reason)> Asked { get; private set; } = [];
    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return View.Dossier.State == DossierLifecycle.SupplementRequested ? Page() : Redirect($"/dossiers/{Code}");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        View = await DossierView.LoadAsync(db, procedures, dossier, cancellationToken);
        var draft = await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == dossier.Id, cancellationToken);
        var form = await forms.OpenAsync(View.Procedure, draft.Answers, User.Actor(), cancellationToken);
        Asked = [.. (View.LastSupplement?.Reasons ?? [])
            .Where(r => form.Fields.ContainsKey(r.Key)).Select(r => (form.Fields[r.Key], r.Value?.ToString() ?? ""))];
        await words.LoadAsync(form, Asked.Select(a => a.Field), User.Actor(), cancellationToken);
        Evidence = await db.Evidence.AsNoTracking().Where(e => e.DraftId == dossier.Id).OrderBy(e => e.AddedAt).ToListAsync(cancellationToken);
    }

    /// <summary>The province just chosen for a commune that must be written; its communes come next.</summary>
    public string? Province => Request.Query["province"].ToString() is { Length: > 0 } chosen ? chosen : null;

    // Without scripts a commune takes two steps.
    private string? ProvinceOnly(IEnumerable<FieldState> asked) => asked
        .Where(f => f is { Field.Type: FieldType.Unit, IsChosen: false } && !Request.Form.ContainsKey(f.Field.Id))
        .Select(f => Request.Form[f.Field.Id + ".Province"].ToString()).FirstOrDefault(chosen => chosen.Length > 0);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        foreach (var upload in Request.Form.Files)
        {
            var outcome = await mediator.Send(
                await AddEvidence.FromAsync(View.Dossier.Id, upload, User.Actor(), cancellationToken), cancellationToken);
            if (outcome.Error is { } refused)
                ModelState.AddModelError(upload.Name, refused.Text);
        }
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);

        var asked = Asked.Select(a => a.Field).Where(f => f.Asked).ToList();
        if (ProvinceOnly(asked) is { } province)
            return Redirect($"/dossiers/{Code}/supplement?province={Uri.EscapeDataString(province)}");
        var answers = PostedAnswers.Read(asked, Request.Form, ModelState, dates);
        foreach (var (field, named) in PostedAnswers.ReadPeople(asked, Request.Form, ModelState, answers))
            answers[field] = await named.FindAsync(
                mediator, formTexts, error => ModelState.AddModelError(PostedAnswers.BoxOf(asked, field), error), cancellationToken);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var errors = await mediator.Send(new SupplyAnswers(View.Dossier.Id, answers, User.Actor()), cancellationToken);
        foreach (var (field, text) in errors)
            ModelState.AddModelError(PostedAnswers.BoxOf(asked, field), text);
        return ModelState.ErrorCount == 0 ? Redirect($"/dossiers/{Code}?done=true") : await this.UnprocessableAsync(cancellationToken);
    }
}
