using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

[LimitSignIn]
internal sealed class UnlockModel(IMediator mediator, BrowserSessions sessions, DeviceCookie devices, IStringLocalizer<Texts> texts) : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    /// <summary>Asked by the page's own script when nobody has moved for too long.</summary>
    [BindProperty(SupportsGet = true)] public bool Lock { get; set; }
    [BindProperty] public string? Password { get; set; }

    public string PersonName { get; private set; } = "";
    /// <summary>Without one, its owner signs in anew with a passkey.</summary>
    public bool HasPassword { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (User.FindActor() is { } actor)
        {
            if (!Lock || Request.Headers["Sec-Fetch-Site"] == "cross-site")
                return LocalRedirect(AfterSignIn.Local(Url, ReturnUrl) ?? AfterSignIn.StartFor(actor.Posts));
            await sessions.LockAsync(actor.SessionId, cancellationToken);
            return RedirectToPage(new { returnUrl = AfterSignIn.Local(Url, ReturnUrl) });
        }
        if (HttpContext.FindLockedSession() is null)
            return BackToSignIn();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (User.FindActor() is { } actor)
            return LocalRedirect(AfterSignIn.Local(Url, ReturnUrl) ?? AfterSignIn.StartFor(actor.Posts));
        if (HttpContext.FindLockedSession() is not { } locked)
            return BackToSignIn();
        if (string.IsNullOrEmpty(Password))
        {
            ModelState.AddModelError(nameof(Password), texts["sign-in.password-missing"]);
            return await this.UnprocessableAsync(cancellationToken);
        }

        var outcome = await mediator.Send(new CheckPassword(locked.Number, Password, devices.ClientOf(HttpContext)), cancellationToken);
        if (outcome.Error is { } error)
            return await this.RefuseAsync(
                error.Code == "sign-in.wrong" ? error with { Text = texts["unlock.wrong"], Field = nameof(Password) } : error, cancellationToken);

        await sessions.UnlockAsync(locked.SessionId, cancellationToken);
        return LocalRedirect(AfterSignIn.Local(Url, ReturnUrl) ?? "/");
    }

    public Task LoadAsync(CancellationToken cancellationToken)
    {
        PersonName = HttpContext.FindLockedSession()?.Name ?? "";
        HasPassword = HttpContext.FindLockedSession()?.HasPassword ?? true;
        return Task.CompletedTask;
    }

    private RedirectToPageResult BackToSignIn() =>
        RedirectToPage("/SignIn/SignIn", new { returnUrl = AfterSignIn.Local(Url, ReturnUrl) });
}
