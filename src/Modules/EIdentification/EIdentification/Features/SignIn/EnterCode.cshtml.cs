using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

[LimitSignIn]
internal sealed class EnterCodeModel(
    EIdentificationDbContext db, IMediator mediator, SigningIn signingIn, DeviceCookie devices, IStringLocalizer<Texts> texts)
    : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    /// <summary>Set once a code has been sent.</summary>
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? RecoveryCode { get; set; }

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
        return await CheckAsync(half, code, nameof(Code), cancellationToken);
    }

    /// <summary>The phone is gone, a code on paper is there.</summary>
    public async Task<IActionResult> OnPostRecoveryAsync(CancellationToken cancellationToken)
    {
        if (await HttpContext.FindFirstFactorAsync() is not { } half)
            return BackToPassword();
        return await CheckAsync(half, WrittenCodes.Plain(RecoveryCode), nameof(RecoveryCode), cancellationToken);
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

    private async Task<IActionResult> CheckAsync((Guid AccountId, bool Shared) half, string code, string field, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new CheckCode(half.AccountId, code, devices.ClientOf(HttpContext)), cancellationToken);
        if (outcome.Error is { } error)
            return await this.RefuseAsync(error.Field is null ? error : error with { Field = field }, cancellationToken);
        var start = await signingIn.CompleteAsync(HttpContext, half.AccountId, half.Shared, outcome.Value, cancellationToken);
        return LocalRedirect(AfterSignIn.Local(Url, ReturnUrl) ?? start);
    }

    private RedirectToPageResult BackToPassword() =>
        RedirectToPage("/SignIn/SignIn", new { returnUrl = AfterSignIn.Local(Url, ReturnUrl) });

    internal static string Cover(string mail) => mail.IndexOf('@') is > 0 and var at ? $"{mail[0]}•••{mail[at..]}" : "•••";
}
