using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Features.Drafts;

namespace Project06.PublicServices.Features.MyPapers;

/// <summary>
/// One tap under a file field: the paper is in the draft, and the question is shown again with it. A page of its own only
/// where a result isn't in force any more.
/// </summary>
internal sealed class ReusePaperPageModel(IMediator mediator) : PageModel, ILoadsPage
{
    public Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public IActionResult OnGet() => Redirect("/my-papers");

    public async Task<IActionResult> OnPostAsync(Guid draft, string field, Guid paper, string question, CancellationToken cancellationToken)
    {
        var code = await mediator.Send(new ReusePaper(draft, field, paper, User.Actor()), cancellationToken);
        return Redirect(DraftLinks.Page(code, draft, Uri.EscapeDataString(question)));
    }

    public async Task<IActionResult> OnPostResultAsync(Guid draft, string field, Guid paper, string question, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ReuseResult(draft, field, paper, User.Actor()), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect(DraftLinks.Page(outcome.Value!, draft, Uri.EscapeDataString(question)));
    }
}
