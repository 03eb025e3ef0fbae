using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Passkeys;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>One touch of a passkey is both factors: something held, unlocked by its owner.</summary>
[LimitSignIn]
internal sealed class UsePasskeyModel(PasskeyCeremonies passkeys, SigningIn signingIn, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty] public Guid ChallengeId { get; set; }
    [BindProperty] public string? Credential { get; set; }
    [BindProperty] public bool Shared { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancellationToken) =>
        Content((await passkeys.AskToSignInAsync(HttpContext, cancellationToken)).ToJson(), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Credential)
            || await passkeys.FindOwnerAsync(ChallengeId, Credential, HttpContext, cancellationToken) is not { } account)
            return await this.RefuseAsync(new Error("passkey.unknown", texts["passkey.refused"]), cancellationToken);
        var start = await signingIn.CompleteAsync(HttpContext, account.Id, Shared, SecondFactor.Passkey, cancellationToken);
        return LocalRedirect(AfterSignIn.Local(Url, ReturnUrl) ?? start);
    }
}
