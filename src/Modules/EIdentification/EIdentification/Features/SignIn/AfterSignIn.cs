using Microsoft.AspNetCore.Mvc;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;
using Project06.BuildingBlocks.Actors;

namespace Project06.EIdentification.Features.SignIn;

/// <summary>Where somebody goes once signed in: back to where they were, else to where they work.</summary>
internal static class AfterSignIn
{
    /// <summary>The address, if it is one of this house; else null.</summary>
    public static string? Local(IUrlHelper url, string? address) => url.IsLocalUrl(address) ? address : null;

    public static string StartFor(IReadOnlyList<ActorPost> posts)
    {
        var permissions = RolePermissions.Of(posts.Select(p => p.Role)).ToHashSet();
        return permissions.Contains(PublicServicesPermissions.Desk) ? "/desk"
            : permissions.Contains(EIdentificationPermissions.Staff) ? "/staff"
            : permissions.Contains(EIdentificationPermissions.Operate) ? "/admin/figures"
            : "/";
    }
}
