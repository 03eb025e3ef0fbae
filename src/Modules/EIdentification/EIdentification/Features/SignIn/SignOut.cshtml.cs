using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

internal sealed class SignOutModel(BrowserSessions sessions) : PageModel
{
    public IActionResult OnGet() => User.FindActor() is null && HttpContext.FindLockedSession() is null && !Request.Query.ContainsKey("done")
        ? RedirectToPage("/SignIn/SignIn")
        : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((User.FindActor()?.SessionId ?? HttpContext.FindLockedSession()?.SessionId) is { } session)
            await sessions.EndAsync(session, null, cancellationToken);
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        await HttpContext.SignOutAsync(SessionCookie.FirstFactorScheme);
        return RedirectToPage(new { done = true });
    }
}
