using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Activate;

/// <summary>The citizen confirms what the clerk has confirmed, or says that it isn't them: then the code is dead.</summary>
[LimitSignIn]
internal sealed class ConfirmActivationModel(EIdentificationDbContext db, TakeHold hold, TimeProvider clock) : PageModel
{
    public Activation Activation { get; private set; } = null!;
    public Account Account { get; private set; } = null!;
    public string? Office { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : RedirectToPage("/Activate/Activate");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
            return RedirectToPage("/Activate/Activate");
        await hold.ConfirmAsync(Activation, Account, cancellationToken);
        return RedirectToPage(Activation.Kind == ActivationKind.Raise ? "/Activate/Finished" : "/Activate/ChooseWays");
    }

    public async Task<IActionResult> OnPostNoAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken))
        {
            Activation.DiedAt = clock.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
        }
        await HttpContext.SignOutAsync(SessionCookie.ActivationScheme);
        return LocalRedirect("/");
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await hold.FindAsync(await HttpContext.FindActivationAsync(), finished: false, cancellationToken) is not { } found)
            return false;
        (Activation, Account) = found;
        Office = await db.Organisations.Where(o => o.Code == Activation.OrganisationCode).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken);
        return true;
    }
}
