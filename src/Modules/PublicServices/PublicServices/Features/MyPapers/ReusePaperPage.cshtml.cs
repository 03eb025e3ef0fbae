using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Features.Drafts;

namespace Project06.PublicServices.Features.MyPapers;

/// <summary>One tap under a file field: the paper is in the draft, and the question is shown again with it.</summary>
internal sealed class ReusePaperPageModel(IMediator mediator) : PageModel
{
    public IActionResult OnGet() => Redirect("/my-papers");

    public async Task<IActionResult> OnPostAsync(Guid draft, string field, Guid paper, string question, CancellationToken cancellationToken)
    {
        var code = await mediator.Send(new ReusePaper(draft, field, paper, User.Actor()), cancellationToken);
        return Redirect(DraftLinks.Page(code, draft, Uri.EscapeDataString(question)));
    }
}
