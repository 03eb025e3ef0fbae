using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Desk.OpenDossier;

/// <param name="To">The asked office.</param>
internal sealed record AskedLine(OpinionRequest Opinion, string To, TimeLeft Left);

/// <summary>One dossier: answers beside evidence, what the nation knows now, and what can be done.</summary>
internal sealed partial class OpenDossierModel(
    PublicServicesDbContext db, ProcedureBook procedures, DeskQueue queue, DeskAnswersReader reader, DossierHistory histories,
    ProcedureChecks checks, DossierFlow flow, OpinionQueue opinions, OpinionWords opinionWords, TimeLeftWords left, IMediator mediator,
    TimeProvider clock, IStringLocalizer<DeskTexts> texts) : PageModel, ILoadsPage
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

    /// <summary>Papers that are results of earlier dossiers: which.</summary>
    public IReadOnlyDictionary<Guid, string> ResultsOf { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<DossierResultRow> Results { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public DeskCounts Counts { get; private set; } = DeskCounts.None;
    public IReadOnlyList<QueueItem> Beside { get; private set; } = [];
    public QueueItem? Next { get; private set; }
    public WorkingDeadline? Deadline { get; private set; }
    public IReadOnlyList<StepAction> Actions { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Keys { get; private set; } = new Dictionary<string, string>();

    /// <summary>What was done a moment ago, in words; null when nothing was.</summary>
    public string? TakenWords { get; private set; }

    /// <summary>What was said with the last move, for whoever is next.</summary>
    public HistoryLine? LastMove => History.LastOrDefault(line => !line.Step.Action.StartsWith(DossierHistory.WithinOffice, StringComparison.Ordinal));
    public IReadOnlyList<string> Said => Dossier.IsOpen ? LastMove?.Said ?? [] : [];

    /// <summary>Name of the colleague who has it, shown to those who might take it over.</summary>
    public string? HolderName { get; private set; }
    public IReadOnlyList<AskedLine> Opinions { get; private set; } = [];

    public int StageNumber => Procedure.Stages.TakeWhile(stage => stage.Id != Desk.Step.Stage).Count() + 1;
    public bool IsRunning => Dossier.PendingEffectId is not null;
    public TimeLeft Left => left.Of(Procedure, Dossier.PromisedAt, Dossier.Waits, Dossier.EndedAt);
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
        var issued = Papers.Select(p => p.ResultId).OfType<Guid>().ToArray();
        if (issued.Length > 0)
            ResultsOf = await db.Results.Where(r => issued.Contains(r.Id)).Join(db.Dossiers, r => r.DossierId, d => d.Id, (r, d) => new { r.Id, d.Code })
                .ToDictionaryAsync(r => r.Id, r => r.Code.Value, cancellationToken);
        Results = await db.Results.AsNoTracking().Where(r => r.DossierId == Dossier.Id).OrderBy(r => r.At).ToListAsync(cancellationToken);
        History = await histories.ReadAsync(Desk, cancellationToken);
        Notes = await NotesAsync(cancellationToken);
        Deadline = WhyThisDate();
        Actions = [.. Desk.Actions];
        Keys = ActionKeys.For(Actions);
        TakenWords = Taken is not null && History.Count > 0 && (History[^1].Step.Action == Taken || History[^1].Step.Action.Split('.')[0] == Taken) ? History[^1].What : null;
        await LoadHolderAsync(cancellationToken);
        await LoadOpinionsAsync(cancellationToken);
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

    /// <summary>The asking office no longer needs an answer.</summary>
    public async Task<IActionResult> OnPostWithdrawOpinionAsync(Guid opinion, CancellationToken cancellationToken)
    {
        var desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        var asked = await db.Opinions.SingleOrDefaultAsync(o => o.Id == opinion && o.DossierId == desk.Dossier.Id, cancellationToken);
        if (asked is null || desk.Acting?.OrganisationCode != asked.AskingOrganisation)
            throw new NotFoundException("opinion");
        if (asked.IsOpen)
        {
            asked.Withdraw(clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The answer came in the same moment: it stands, and is shown.
                db.ChangeTracker.Clear();
                return await this.RefuseAsync(new Error("opinion.answered", texts["opinion.answered-already"]), cancellationToken);
            }
        }
        return Redirect(DeskLinks.Dossier(desk.Dossier.Code) + "#opinions");
    }

    private async Task LoadHolderAsync(CancellationToken cancellationToken)
    {
        if (Dossier.Holder is not { } holder || holder == Desk.Actor.PersonId)
            return;
        var people = await mediator.Send(new FindPeople([holder], [PersonFields.Name], AccessContext.Official(Desk.Actor, Desk.SeenFrom, AccessPurposes.Assign)), cancellationToken);
        HolderName = people.FirstOrDefault()?.FullName;
    }

    private async Task LoadOpinionsAsync(CancellationToken cancellationToken)
    {
        var asked = await opinions.OfDossierAsync(Dossier.Id, cancellationToken);
        var offices = await mediator.Send(new FindOrganisations([.. asked.Select(o => o.AskedOrganisation).Distinct()]), cancellationToken);
        Opinions = [.. asked.Select(o => new AskedLine(o, OpinionWords.Name(offices, o.AskedOrganisation), opinionWords.Left(o, offices)))];
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
            return flow.CalendarOf(Procedure).Deadline(Dossier.AcceptedAt ?? Dossier.FiledAt, Dossier.LimitOf(Procedure).Limit);
        }
        catch (CalendarYearNotLoadedException)
        {
            return null;
        }
    }

    public string StepWords => texts["dossier.step", Math.Min(StageNumber, Procedure.Stages.Count), Procedure.Stages.Count, Desk.Step.Name.Here];
}
