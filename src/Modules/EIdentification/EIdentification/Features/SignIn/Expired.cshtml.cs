using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>A form's protection had run out: says that what was saved is there, and leads back to the page.</summary>
internal sealed class ExpiredModel : PageModel
{
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public string Onward => AfterSignIn.Local(Url, ReturnUrl) ?? "/";

    public void OnGet()
    {
    }
}
