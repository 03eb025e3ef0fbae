using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Sessions;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.SignIn;

[LimitSignIn]
internal sealed class SignInModel(IMediator mediator, DeviceCookie devices, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public bool Shared { get; set; }

    public IActionResult OnGet() =>
        User.FindActor() is { } actor ? LocalRedirect(AfterSignIn.Local(Url, ReturnUrl) ?? AfterSignIn.StartFor(actor.Posts)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var known = IdentityNumber.TryParse(Number, null, out var number);
        if (!known)
            ModelState.AddModelError(nameof(Number), texts["sign-in.number-shape"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), texts["sign-in.password-missing"]);
        if (!ModelState.IsValid)
            return await this.UnprocessableAsync(cancellationToken);

        var outcome = await mediator.Send(new CheckPassword(number.Digits, Password!, devices.ClientOf(HttpContext)), cancellationToken);
        if (outcome.Error is { } error)
            return await this.RefuseAsync(error, cancellationToken);

        await HttpContext.KeepFirstFactorAsync(outcome.Value, Shared);
        return RedirectToPage("/SignIn/EnterCode", new { returnUrl = AfterSignIn.Local(Url, ReturnUrl) });
    }
}
