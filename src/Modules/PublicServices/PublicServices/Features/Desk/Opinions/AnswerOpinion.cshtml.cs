using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Text;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;

namespace Project06.PublicServices.Features.Desk.Opinions;

/// <summary>A question of another office: the asked one sees what was shared for it, and nothing else of the dossier.</summary>
internal sealed class AnswerOpinionModel(
    PublicServicesDbContext db, OpinionQueue opinions, SharedAnswers shared, OpinionWords words, IMediator mediator, TimeProvider clock,
    IStringLocalizer<DeskTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public string? Answer { get; set; }

    public OpinionCase Case { get; private set; } = null!;
    public IReadOnlyList<SharedAnswer> Rows { get; private set; } = [];
    public string From { get; private set; } = "";
    public TimeLeft Left { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        Case = await opinions.FindAsync(Id, actor, cancellationToken);
        var post = actor.AtDesk().First(p => p.OrganisationCode == Case.Opinion.AskedOrganisation);
        Rows = await shared.ReadAsync(Case, AccessContext.Official(actor, post, AccessPurposes.Opinion, Case.Procedure.Code, Case.Dossier.Code.Value), cancellationToken);
        var offices = await mediator.Send(new FindOrganisations([Case.Opinion.AskingOrganisation, Case.Opinion.AskedOrganisation]), cancellationToken);
        (From, Left) = (OpinionWords.Name(offices, Case.Opinion.AskingOrganisation), words.Left(Case.Opinion, offices));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answer = VietnameseText.CleanLines(Answer);
        if (string.IsNullOrWhiteSpace(answer))
            ModelState.AddModelError(nameof(Answer), texts["opinion.answer-missing"]);
        else if (answer.Length > AskOpinionHandler.Longest)
            ModelState.AddModelError(nameof(Answer), texts["reasons.too-long", AskOpinionHandler.Longest]);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);
        var found = await opinions.FindAsync(Id, User.Actor(), cancellationToken);
        if (!found.Opinion.IsOpen)
            return await this.RefuseAsync(new("opinion.answered", texts["opinion.answered-already"], nameof(Answer)), cancellationToken);
        found.Opinion.Reply(answer!, User.Actor().PersonId, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await this.RefuseAsync(new("opinion.answered", texts["opinion.answered-already"], nameof(Answer)), cancellationToken);
        }
        return Redirect(DeskLinks.Opinion(Id));
    }
}
