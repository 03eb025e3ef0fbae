using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Project06.EIdentification.Contracts;

namespace Project06.EIdentification.Features;

/// <summary>Who may enter: anybody may sign in and out, one's own account needs a session.</summary>
internal static class EIdentificationConventions
{
    public static void Apply(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/SignIn");
        options.Conventions.AuthorizeFolder("/MyAccount", EIdentificationPermissions.OwnAccount);
    }
}
