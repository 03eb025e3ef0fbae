using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.Ui;
using Project06.Ui.Forms;

namespace Project06.PublicServices.Features.Desk.GiveReasons;

/// <summary>An action that asks for reasons, a ground or a comment before it is taken. Names fields, shows nobody's data.</summary>
internal sealed partial class GiveReasonsModel(
    PublicServicesDbContext db, ProcedureBook procedures, DeskAnswersReader reader, FormBook forms, FieldWords words, IMediator mediator,
    DateInputErrors dates, IStringLocalizer<DeskTexts> texts, IStringLocalizer<FormTexts> formTexts)
    : PageModel, ILoadsPage
{
    public const int LongestReason = 300, LongestComment = 1000;

    [FromRoute] public string Code { get; set; } = "";
    [FromRoute] public string ActionId { get; set; } = "";
    [FromQuery(Name = "tab")] public string? TabSlug { get; set; }

    /// <summary>The step the official saw.</summary>
    [BindProperty] public string? Step { get; set; }
    [BindProperty] public string? Ground { get; set; }
    [BindProperty] public string? Comment { get; set; }

    public DeskTab Tab => DeskTabs.Parse(TabSlug);
    public DeskCase Desk { get; private set; } = null!;
    public StepAction Action { get; private set; } = null!;
    public IReadOnlyList<FieldState> Fields { get; private set; } = [];
    public IReadOnlyList<string> ReadySentences => [.. Desk.Procedure.SupplementReasons.Values.Select(words => words.Here)];
    public IReadOnlyList<FieldOption> Grounds => [.. Desk.Procedure.RefusalGrounds.Select(g => new FieldOption(g.Code, g.Text.Here, g.Law))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Desk.Actions.Contains(Action) ? Page() : Redirect(DeskLinks.Dossier(Desk.Dossier.Code, Tab));
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        Step ??= Desk.Dossier.StepId;
        var seen = Desk.Procedure.Steps.FirstOrDefault(step => step.Id == Step) ?? throw new NotFoundException("step");
        Action = seen.Action(ActionId) ?? throw new NotFoundException("action");
        if (DossierAccess.PostFor(Desk.Dossier, seen, Desk.Actor) is null)
            throw new NotFoundException("action");
        if (Action.Asks == ActionAsks.Fields)
            Fields = [.. (await reader.FormAsync(Desk, cancellationToken)).Pages.SelectMany(page => page.Fields).Where(field => field.Visible && field.Asked)];
        if (Action.Asks == ActionAsks.Form)
            await LoadFormAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (ProvinceOnly() is { } chosen)
            return Redirect(chosen);
        var input = Action.Asks == ActionAsks.Form ? await ReadFormAsync(cancellationToken) : Read();
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var outcome = await mediator.Send(new Dossiers.TakeAction(Desk.Dossier.Id, Step!, ActionId, Desk.Actor, input), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect(DeskLinks.Taken(Code, ActionId, Tab));
    }

    private ActionInput Read() => Action.Asks switch
    {
        ActionAsks.Fields => new ActionInput(Reasons: ReadReasons()),
        ActionAsks.Grounds => new ActionInput(ReadComment(), ReadGround()),
        ActionAsks.Comment => new ActionInput(ReadComment()),
        _ => new ActionInput(),
    };

    // A reason written without its box ticked counts as ticked: nobody writes one for nothing.
    private JsonObject ReadReasons()
    {
        var reasons = new JsonObject();
        foreach (var field in Fields.Select(state => state.Field))
        {
            var (box, reason) = (PickName(field), VietnameseText.Clean(Request.Form[ReasonName(field)]));
            if (reason?.Length > LongestReason)
                ModelState.AddModelError(ReasonName(field), texts["reasons.too-long", LongestReason]);
            else if (reason is not null)
                reasons[field.Id] = reason;
            else if (Request.Form[box] == "true")
                ModelState.AddModelError(ReasonName(field), texts["reasons.missing-for", field.Label.Here]);
        }
        return reasons;
    }

    private string? ReadGround()
    {
        if (!string.IsNullOrEmpty(Ground) && Desk.Procedure.RefusalGrounds.All(ground => ground.Code != Ground))
            ModelState.AddModelError(nameof(Ground), texts["grounds.unknown"]);
        return Ground;
    }

    private string? ReadComment()
    {
        var comment = string.IsNullOrWhiteSpace(Comment) ? null : Comment.Trim().Normalize();
        if (comment?.Length > LongestComment)
            ModelState.AddModelError(nameof(Comment), texts["reasons.too-long", LongestComment]);
        return comment;
    }

    public static string PickName(Field field) => $"Pick.{field.Id}";
    public static string ReasonName(Field field) => $"Reason.{field.Id}";
}
