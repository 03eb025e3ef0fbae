using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Activate;

/// <summary>Ten codes to write down. At a clerk's screen the clerk goes on; elsewhere the owner signs in.</summary>
[LimitSignIn]
internal sealed class FinishedModel(TakeHold hold, Sessions.RecoveryCodes codes) : PageModel
{
    public int Level { get; private set; }
    public IReadOnlyList<string> Codes { get; private set; } = [];
    public bool SomebodyHere => User.FindActor() is not null;
    private bool ClerkHere => User.May(EIdentificationPermissions.Activate);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await hold.FindAsync(await HttpContext.FindActivationAsync(), finished: true, cancellationToken) is not { } found)
            return RedirectToPage("/Activate/Activate");
        Level = found.Account.Level;
        Codes = found.Activation.Kind == Domain.ActivationKind.Raise ? [] : await codes.ShowAsync(found.Account.Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SessionCookie.ActivationScheme);
        return ClerkHere ? RedirectToPage("/ActivateForOthers/FindPerson") : SomebodyHere ? LocalRedirect("/") : RedirectToPage("/SignIn/SignIn");
    }
}
