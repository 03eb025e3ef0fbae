using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

[LimitSignIn]
internal sealed class EnterCodeModel(
    EIdentificationDbContext db, IMediator mediator, BrowserSessions sessions, TimeProvider clock, IStringLocalizer<Texts> texts)
    : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    /// <summary>Set once a code has been sent.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }
    [BindProperty] public string? Code { get; set; }

    public bool HasApp { get; private set; }
    /// <summary>The address, mostly covered: "h•••@example.vn"; null where there is none.</summary>
    public string? CoveredMail { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await HttpContext.FindFirstFactorAsync() is null)
            return BackToPassword();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await HttpContext.FindFirstFactorAsync() is not { } half)
            return BackToPassword();
        var code = string.Concat((Code ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            ModelState.AddModelError(nameof(Code), texts["code.shape"]);
            return await this.UnprocessableAsync(cancellationToken);
        }

        var outcome = await mediator.Send(new CheckCode(half.AccountId, code), cancellationToken);
        if (outcome.Error is { } error)
            return await this.RefuseAsync(error, cancellationToken);

        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Account.English ? Account.English : Account.Vietnamese;
        var replaces = User.FindActor()?.SessionId ?? HttpContext.FindLockedSession()?.SessionId;
        var session = await sessions.OpenAsync(
            half.AccountId, half.Shared, outcome.Value, DeviceName.Of(Request.Headers.UserAgent), language, replaces, cancellationToken);
        await HttpContext.SignOutAsync(SessionCookie.FirstFactorScheme);
        await HttpContext.SignInAsync(half.AccountId, session.Id);
        var posts = (await sessions.UseAsync(session.Id, cancellationToken))?.PostsAt(clock.GetUtcNow()) ?? [];
        return LocalRedirect(AfterSignIn.Local(Url, ReturnUrl) ?? AfterSignIn.StartFor(posts));
    }

    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancellationToken)
    {
        if (await HttpContext.FindFirstFactorAsync() is not { } half)
            return BackToPassword();
        var outcome = await mediator.Send(new SendCode(half.AccountId), cancellationToken);
        if (outcome.Error is { } error)
            return await this.RefuseAsync(error, cancellationToken);
        return RedirectToPage(new { returnUrl = AfterSignIn.Local(Url, ReturnUrl), sent = true });
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await HttpContext.FindFirstFactorAsync() is not { } half)
            return;
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == half.AccountId, cancellationToken);
        HasApp = account.AuthenticatorSecret is not null;
        CoveredMail = account.Email is { Length: > 0 } mail ? Cover(mail) : null;
    }

    private RedirectToPageResult BackToPassword() =>
        RedirectToPage("/SignIn/SignIn", new { returnUrl = AfterSignIn.Local(Url, ReturnUrl) });

    private static string Cover(string mail) => mail.IndexOf('@') is > 0 and var at ? $"{mail[0]}•••{mail[at..]}" : "•••";
}
