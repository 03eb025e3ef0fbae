using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;

namespace Project06.PublicServices.Features.Drafts;

internal sealed class StartDraftModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        var draft = await mediator.Send(new StartDraft(code, User.Actor()), cancellationToken);
        return RedirectToPage("/Drafts/CheckAnswers/CheckAnswers", "Resume", new { code, id = draft });
    }
}
