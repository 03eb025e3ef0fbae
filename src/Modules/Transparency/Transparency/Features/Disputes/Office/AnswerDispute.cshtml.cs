using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;
using Project06.Transparency.Contracts;
using Project06.Transparency.Data;
using Project06.Transparency.Features.AccessLog;
using Project06.Ui;

namespace Project06.Transparency.Features.Disputes.Office;

/// <summary>A disputed look: who looked and why stands here for the one who answers, and the answer goes to the person.</summary>
internal sealed class AnswerDisputeModel(TransparencyDbContext db, IMediator mediator, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel, ILoadsPage
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public DisputeOutcome? Outcome { get; set; }
    [BindProperty] public string? Answer { get; set; }
    public AccessDispute Dispute { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string Official { get; private set; } = "";
    public string Purpose => AccessWords.Purpose(texts, Dispute.Purpose);
    public IReadOnlyList<FieldOption> Outcomes => [.. Enum.GetValues<DisputeOutcome>().Select(o => new FieldOption(o.ToString(), texts[$"dispute.outcome.{o}"]))];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        Dispute = await FindAsync(actor, cancellationToken);
        // Who looked is known to the ledger alone; the one who answers must ask that colleague.
        var by = await db.AccessRows.AsNoTracking().Where(r => r.Id == Dispute.AccessRowId).Select(r => r.ActorPerson).SingleOrDefaultAsync(cancellationToken);
        var access = AccessContext.Official(actor, DisputeAccess.PostFor(Dispute, actor), AccessPurposes.Dispute, null, Dispute.Dossier);
        var ids = new[] { Dispute.PersonId }.Concat(by is { } looked ? [looked] : Array.Empty<Guid>()).Distinct().ToList();
        var people = (await mediator.Send(new FindPeople(ids, [PersonFields.Name], access), cancellationToken)).ToDictionary(p => p.PersonId, p => p.FullName);
        Name = people.GetValueOrDefault(Dispute.PersonId, "");
        Official = by is { } official ? people.GetValueOrDefault(official, "") : "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var (actor, answer) = (User.Actor(), VietnameseText.CleanLines(Answer));
        var dispute = await FindAsync(actor, cancellationToken);
        if (!dispute.IsOpen)
            return Redirect($"/disputes/{Id}");
        if (Outcome is not { } outcome || !Enum.IsDefined(outcome))
            ModelState.AddModelError(nameof(Outcome), texts["dispute.outcome-missing"]);
        if (string.IsNullOrEmpty(answer))
            ModelState.AddModelError(nameof(Answer), texts["dispute.answer-missing"]);
        else if (answer.Length > AccessDispute.Longest)
            ModelState.AddModelError(nameof(Answer), texts["dispute.too-long", AccessDispute.Longest]);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var now = clock.GetUtcNow();
        dispute.Close(Outcome!.Value, answer!, actor.PersonId, DisputeAccess.PostFor(dispute, actor).OrganisationCode, now);
        db.Raise(new DisputeAnswered(dispute.Id, dispute.PersonId, dispute.AccessRowId, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Answered in the same moment: that answer stands and is shown.
            db.ChangeTracker.Clear();
        }
        return Redirect($"/disputes/{Id}");
    }

    private async Task<AccessDispute> FindAsync(Actor actor, CancellationToken cancellationToken) =>
        await db.Disputes.AnswerableBy(actor).SingleOrDefaultAsync(d => d.Id == Id, cancellationToken) ?? throw new NotFoundException("dispute");
}
