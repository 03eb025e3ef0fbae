using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.Activate;

[LimitSignIn]
internal sealed class ActivateModel(IMediator mediator, DeviceCookie devices, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Code { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IdentityNumber.TryParse(Number, null, out var number))
            return await this.RefuseAsync(new Error("number-shape", texts["sign-in.number-shape"], nameof(Number)), cancellationToken);
        var outcome = await mediator.Send(
            new EnterActivationCode(number.Digits, WrittenCodes.Plain(Code), devices.ClientOf(HttpContext)), cancellationToken);
        if (outcome.Error is { } error)
            return await this.RefuseAsync(error, cancellationToken);
        await HttpContext.KeepActivationAsync(outcome.Value);
        return RedirectToPage("/Activate/ConfirmActivation");
    }
}
