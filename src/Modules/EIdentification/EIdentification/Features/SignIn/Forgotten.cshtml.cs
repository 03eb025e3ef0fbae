using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Recovery;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>The password is forgotten: asks for a message. Every number leads on alike.</summary>
[LimitSignIn]
internal sealed class ForgottenModel(AskAsStranger ask, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty] public string? Number { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        IdentityNumber.TryParse(Number, null, out var number)
            ? RedirectToPage("/SignIn/NewPassword", new { id = await ask.TakeAsync(StrangerKind.Recovery, number.Digits, cancellationToken) })
            : await this.RefuseAsync(new Error("number-shape", texts["sign-in.number-shape"], nameof(Number)), cancellationToken);
}
