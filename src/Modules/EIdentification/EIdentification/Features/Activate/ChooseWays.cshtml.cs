using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Passkeys;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.Activate;

/// <summary>A passkey, or a password with a code app; either makes the account usable.</summary>
[LimitSignIn]
internal sealed class ChooseWaysModel(
    TakeHold hold, PasskeyCeremonies passkeys, NewApps apps, IPasswordHasher<Account> hasher, IStringLocalizer<AccountTexts> texts)
    : PageModel, ILoadsPage
{
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Offer { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public Guid ChallengeId { get; set; }
    [BindProperty] public string? Credential { get; set; }

    public OfferedApp App { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is null)
            return Begin();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } found
            ? Content((await passkeys.AskForNewAsync(found.Account, HttpContext, cancellationToken)).ToJson(), "application/json")
            : NotFound();

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } found)
            return Begin();
        if (string.IsNullOrEmpty(Credential) || !await passkeys.AddAsync(
                found.Account.Id, ChallengeId, Credential, DeviceName.Of(Request.Headers.UserAgent), HttpContext, cancellationToken))
            return await this.RefuseAsync(new Error("passkey.refused", texts["passkeys.not-added"]), cancellationToken);
        await hold.FinishAsync(found.Activation, found.Account, cancellationToken);
        return RedirectToPage("/Activate/Finished");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } found)
            return Begin();
        if (Passwords.Problem(Password, found.Account) is { } problem)
            return await this.RefuseAsync(new Error("password", texts[problem, Passwords.Shortest], nameof(Password)), cancellationToken);
        if (!apps.TryTake(found.Account, Offer, WrittenCodes.Plain(Code)))
            return await this.RefuseAsync(new Error("app.wrong", texts["app.wrong"], nameof(Code)), cancellationToken);
        found.Account.PasswordHash = hasher.HashPassword(found.Account, Password!);
        await hold.FinishAsync(found.Activation, found.Account, cancellationToken);
        return RedirectToPage("/Activate/Finished");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } found)
            App = apps.Offer(found.Account, Offer);
    }

    private async Task<(Activation Activation, Account Account)?> FindAsync(CancellationToken cancellationToken) =>
        await hold.FindAsync(await HttpContext.FindActivationAsync(), finished: false, cancellationToken) is { Activation.ConfirmedAt: not null } found
            ? found : null;

    private RedirectToPageResult Begin() => RedirectToPage("/Activate/Activate");
}
