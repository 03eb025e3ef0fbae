using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.Ui.Forms;

namespace Project06.PublicServices.Features.Drafts.Question;

/// <summary>One question of a procedure's form, drawn from its folder.</summary>
[RequestSizeLimit(64 << 20), RequestFormLimits(MultipartBodyLengthLimit = 64 << 20)]
internal sealed class QuestionModel(
    PublicServicesDbContext db, FormBook forms, FieldWords words, IMediator mediator, DateInputErrors dates) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public string PageId { get; set; } = "";

    /// <summary>Whether the reader came from check-your-answers and goes back there.</summary>
    [FromQuery] public bool Change { get; set; }

    public FormState Form { get; private set; } = null!;
    public PageState Question { get; private set; } = null!;
    public FieldWords Words => words;
    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];
    public DateTimeOffset? SavedAt { get; private set; }

    public string Back => Change
        ? DraftLinks.Check(Code, Id)
        : Form.Previous(PageId) is { } previous ? DraftLinks.Page(Code, Id, previous.Page.Id) : $"/services/{Code}";

    /// <summary>The province just chosen for a commune that must be written; its communes come next.</summary>
    public string? ProvinceFor(FieldState field) =>
        field.Field.Type != FieldType.Unit ? null
        : Request.HasFormContentType ? Request.Form[field.Field.Id + ".Province"].ToString()
        : Request.Query["province"].ToString();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Question.Visible ? Page() : Redirect(DraftLinks.Check(Code, Id));
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var draft = await MineAsync(cancellationToken);
        Form = await forms.OpenAsync(draft, User.Actor(), cancellationToken);
        Question = Form.Page(PageId) ?? throw new NotFoundException("page");
        await words.LoadAsync(Form, Question.Fields, User.Actor(), cancellationToken);
        Evidence = await db.Evidence.AsNoTracking().Where(e => e.DraftId == Id).OrderBy(e => e.AddedAt).ToListAsync(cancellationToken);
        SavedAt = draft.Answers.Count > 0 ? draft.SavedAt : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await forms.OpenAsync(await MineAsync(cancellationToken), User.Actor(), cancellationToken);
        var asked = (form.Page(PageId) ?? throw new NotFoundException("page")).Fields.Where(f => f.Asked).ToList();
        var answers = PostedAnswers.Read(asked, Request.Form, ModelState, dates);
        var named = PostedAnswers.ReadPeople(asked, Request.Form, ModelState, answers);
        foreach (var upload in Request.Form.Files)
        {
            var outcome = await mediator.Send(await AddEvidence.FromAsync(Id, upload, User.Actor(), cancellationToken), cancellationToken);
            if (outcome.Error is { } refused)
                ModelState.AddModelError(upload.Name, refused.Text);
        }

        if (ProvinceOnly(asked) is { } chosen)
        {
            answers.Remove(chosen.FieldId);
            await mediator.Send(new SaveAnswers(Id, PageId, answers, named, User.Actor()), cancellationToken);
            return Redirect(DraftLinks.Page(Code, Id, PageId) + $"?province={Uri.EscapeDataString(chosen.Province)}" + (Change ? "&change=true" : ""));
        }
        var saved = await mediator.Send(new SaveAnswers(Id, PageId, answers, named, User.Actor()), cancellationToken);
        foreach (var (field, text) in saved.Errors)
        {
            var box = PostedAnswers.BoxOf(asked, field);
            if (ModelState.GetFieldValidationState(box) != ModelValidationState.Invalid)
                ModelState.AddModelError(box, text);
        }
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        return Redirect(Change || saved.NextPage is null ? DraftLinks.Check(Code, Id) : DraftLinks.Page(Code, Id, saved.NextPage));
    }

    // Without scripts a commune takes two steps: the province first, then its communes are offered.
    private (string FieldId, string Province)? ProvinceOnly(IEnumerable<FieldState> asked)
    {
        foreach (var id in asked.Where(f => f is { Field.Type: FieldType.Unit, IsChosen: false }).Select(f => f.Field.Id))
        {
            if (!Request.Form.ContainsKey(id) && Request.Form[id + ".Province"].ToString() is { Length: > 0 } province)
                return (id, province);
        }
        return null;
    }

    /// <summary>Quiet saving while the citizen writes: no judgement, nothing lost.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        var form = await forms.OpenAsync(await MineAsync(cancellationToken), User.Actor(), cancellationToken);
        var page = form.Page(PageId) ?? throw new NotFoundException("page");
        var answers = PostedAnswers.Read(page.Fields.Where(f => f.Asked), Request.Form, ModelState, dates);
        await mediator.Send(new SaveAnswers(Id, PageId, answers, new Dictionary<string, NamedPerson>(), User.Actor()), cancellationToken);
        return new NoContentResult();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid evidence, CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveEvidence(Id, evidence, User.Actor()), cancellationToken);
        return Redirect(DraftLinks.Page(Code, Id, PageId) + (Change ? "?change=true" : ""));
    }

    private async Task<Draft> MineAsync(CancellationToken cancellationToken) =>
        await db.Drafts.AsNoTracking().SingleOrDefaultAsync(
            d => d.Id == Id && d.ProcedureCode == Code && d.ApplicantId == User.Actor().PersonId && d.FiledAt == null, cancellationToken)
        ?? throw new NotFoundException("draft");
}
