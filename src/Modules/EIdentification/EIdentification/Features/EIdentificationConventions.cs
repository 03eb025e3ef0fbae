using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Project06.EIdentification.Contracts;
using Project06.Steering.Contracts;

namespace Project06.EIdentification.Features;

/// <summary>
/// Who may enter: anybody may sign in and out and take hold of an account with a code; one's own account needs a session,
/// clerks and administrators of organisations their post.
/// </summary>
internal static class EIdentificationConventions
{
    public static void Apply(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/SignIn");
        options.Conventions.AllowAnonymousToFolder("/Activate");
        options.Conventions.AuthorizeFolder("/MyAccount", EIdentificationPermissions.OwnAccount);
        options.Conventions.AuthorizeFolder("/ActivateForOthers", EIdentificationPermissions.Activate);
        options.Conventions.AuthorizeFolder("/Staff", EIdentificationPermissions.Staff);
        options.Conventions.AuthorizeFolder("/AccountFigures", SteeringPermissions.Figures);
    }
}
