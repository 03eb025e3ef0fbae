using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Recovery;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.SignIn;

[LimitSignIn]
internal sealed class NewPasswordModel(IMediator mediator, DeviceCookie devices, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public bool Done { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Second { get; set; }
    [BindProperty] public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Passwords.Problem(Password, null) is { } problem)
        {
            ModelState.AddModelError(nameof(Password), texts[problem, Passwords.Shortest]);
            return await this.UnprocessableAsync(cancellationToken);
        }
        var outcome = await mediator.Send(new RecoverPassword(
            Id, WrittenCodes.Plain(Code), WrittenCodes.Plain(Second), Password!, devices.ClientOf(HttpContext)), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : RedirectToPage(new { id = Id, done = true });
    }
}
