using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Recovery;
using Project06.EIdentification.Features.SignIn;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.Activate;

/// <summary>At home: asks for a code by letter. Every number is answered alike.</summary>
[LimitSignIn]
internal sealed class AskForLetterModel(AskAsStranger ask, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Done { get; set; }
    [BindProperty] public string? Number { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IdentityNumber.TryParse(Number, null, out var number))
            return await this.RefuseAsync(new Error("number-shape", texts["sign-in.number-shape"], nameof(Number)), cancellationToken);
        await ask.TakeAsync(StrangerKind.Letter, number.Digits, cancellationToken);
        return RedirectToPage(new { done = true });
    }
}
