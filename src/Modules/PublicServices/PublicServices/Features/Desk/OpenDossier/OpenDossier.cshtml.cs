using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Desk.OpenDossier;

/// <summary>One dossier: answers beside evidence, what the nation knows now, and what can be done.</summary>
internal sealed class OpenDossierModel(
    PublicServicesDbContext db, ProcedureBook procedures, DeskQueue queue, DeskAnswersReader reader, DossierHistory histories,
    ProcedureChecks checks, DossierFlow flow, TimeLeftWords left, IMediator mediator, IStringLocalizer<DeskTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromQuery(Name = "tab")] public string? TabSlug { get; set; }

    /// <summary>The action just taken, to say so.</summary>
    [FromQuery(Name = "taken")] public string? Taken { get; set; }

    public DeskTab Tab => DeskTabs.Parse(TabSlug);
    public DeskCase Desk { get; private set; } = null!;
    public Dossier Dossier => Desk.Dossier;
    public Procedure Procedure => Desk.Procedure;
    public DeskAnswers Answers { get; private set; } = null!;
    public string? Subject { get; private set; }
    public IReadOnlyList<CheckNote> Notes { get; private set; } = [];
    public IReadOnlyList<Evidence> Papers { get; private set; } = [];
    public IReadOnlyList<DossierResultRow> Results { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public IReadOnlyDictionary<DeskTab, int> Counts { get; private set; } = new Dictionary<DeskTab, int>();
    public IReadOnlyList<QueueItem> Beside { get; private set; } = [];
    public QueueItem? Next { get; private set; }
    public WorkingDeadline? Deadline { get; private set; }
    public IReadOnlyList<StepAction> Actions { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Keys { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was done a moment ago, in words; null when nothing was.</summary>
    public string? TakenWords { get; private set; }

    /// <summary>What was said with the last move, for whoever is next.</summary>
    public IReadOnlyList<string> Said => Dossier.IsOpen && History.Count > 0 ? History[^1].Said : [];

    public int StageNumber => Procedure.Stages.TakeWhile(stage => stage.Id != Desk.Step.Stage).Count() + 1;
    public bool IsRunning => Dossier.PendingEffectId is not null;
    public TimeLeft Left => left.Of(Procedure, Dossier.PromisedAt, Dossier.PausedAt is not null || Dossier.State == DossierLifecycle.SupplementRequested, Dossier.EndedAt);
    public TimeLeft LeftOf(QueueItem item) => left.Of(item.Procedure, item.Row.PromisedAt, item.Row.Waits, item.Row.EndedAt);
    public string PersonLine(Population.Contracts.Person person) => reader.PersonLine(person);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        Answers = await reader.ReadAsync(Desk, cancellationToken);
        Subject = DossierSubject.Of(Procedure, Dossier.Answers) ?? Answers.Applicant?.FullName;
        // What the applicant has replaced in a supplement, or never sent with it, isn't the office's to see.
        var papers = AnswerValues.FileIds(Dossier.Answers).ToArray();
        Papers = await db.Evidence.AsNoTracking().Where(e => e.DraftId == Dossier.Id && papers.Contains(e.Id)).OrderBy(e => e.AddedAt).ToListAsync(cancellationToken);
        Results = await db.Results.AsNoTracking().Where(r => r.DossierId == Dossier.Id).OrderBy(r => r.At).ToListAsync(cancellationToken);
        History = await histories.ReadAsync(Desk, cancellationToken);
        Notes = await NotesAsync(cancellationToken);
        Deadline = WhyThisDate();
        Actions = [.. Desk.Actions];
        Keys = ActionKeys.For(Actions);
        TakenWords = Taken is not null && History.Count > 0 && History[^1].Step.Action.Split('.')[0] == Taken ? History[^1].What : null;
        await LoadQueueAsync(cancellationToken);
    }

    /// <summary>An action that asks nothing.</summary>
    public async Task<IActionResult> OnPostAsync(string? step, string? actionId, CancellationToken cancellationToken)
    {
        var desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        if (desk.Procedure.Steps.FirstOrDefault(s => s.Id == step) is not { } seen)
            throw new NotFoundException("step");
        var outcome = await mediator.Send(
            new Dossiers.TakeAction(desk.Dossier.Id, seen.Id, actionId ?? "", desk.Actor, new ActionInput()), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect(DeskLinks.Taken(Code, actionId!, Tab));
    }

    private async Task LoadQueueAsync(CancellationToken cancellationToken)
    {
        var scope = new DeskScope(Desk.Actor, procedures);
        Counts = await queue.CountAsync(scope, cancellationToken);
        Beside = await queue.BesideAsync(scope, Tab, cancellationToken);
        var here = Beside.TakeWhile(item => item.Row.Id != Dossier.Id).Count();
        Next = Beside.Skip(here + 1).FirstOrDefault() ?? Beside.FirstOrDefault(item => item.Row.Id != Dossier.Id);
    }

    // Once an effect is done the owner's check would find the dossier's own result.
    private async Task<IReadOnlyList<CheckNote>> NotesAsync(CancellationToken cancellationToken)
    {
        if (!Dossier.IsOpen || await db.EffectRequests.AnyAsync(r => r.DossierId == Dossier.Id && r.Outcome == "Done", cancellationToken))
            return [];
        return await checks.RunAsync(Answers.Form, Dossier.ApplicantId, cancellationToken);
    }

    private WorkingDeadline? WhyThisDate()
    {
        try
        {
            return flow.CalendarOf(Procedure).Deadline(Dossier.AcceptedAt ?? Dossier.FiledAt, Procedure.TimeLimit.Limit);
        }
        catch (CalendarYearNotLoadedException)
        {
            return null;
        }
    }

    public string StepWords => texts["dossier.step", Math.Min(StageNumber, Procedure.Stages.Count), Procedure.Stages.Count, Desk.Step.Name.Here];
}
