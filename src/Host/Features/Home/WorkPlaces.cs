using System.Security.Claims;
using Project06.BuildingBlocks.Actors;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Contracts;
using Project06.Steering.Contracts;
using Project06.Transparency.Contracts;

namespace Project06.Host.Features.Home;

/// <summary>A place of work that home leads to.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Key">What the texts call it.</param>
internal sealed record WorkPlace(string Address, string Key);

/// <summary>Where officials work; home is the one page from which all of it is reached.</summary>
internal static class WorkPlaces
{
    private static readonly (string Permission, WorkPlace Place)[] All =
    [
        (PublicServicesPermissions.Desk, new("/desk", "desk")),
        (PublicServicesPermissions.Counter, new("/counter", "counter")),
        (PublicServicesPermissions.Cashier, new("/fees/cash", "cash")),
        (EIdentificationPermissions.Activate, new("/accounts/activate", "activate")),
        (CivilStatusPermissions.KeepRegister, new("/civil-status/books", "births")),
        (CivilStatusPermissions.KeepRegister, new("/civil-status/death-books", "deaths")),
        (PublicServicesPermissions.OverseeFees, new("/fees/refunds", "refunds")),
        (PublicServicesPermissions.OverseeFees, new("/fees/reconciliation", "reconciliation")),
        (EIdentificationPermissions.Staff, new("/staff", "staff")),
        (TransparencyPermissions.AnswerDisputes, new("/disputes", "disputes")),
        (SteeringPermissions.Figures, new("/admin/figures", "figures")),
        (EIdentificationPermissions.Operate, new("/admin/events", "events")),
        (EIdentificationPermissions.Operate, new("/admin/jobs", "jobs")),
    ];

    /// <summary>Where this reader works.</summary>
    public static IReadOnlyList<WorkPlace> Of(ClaimsPrincipal user)
    {
        var places = All.Where(line => user.May(line.Permission)).Select(line => line.Place);
        return user.FindActor() is { } actor && actor.Posts.Any(post => post.OrganisationKind == OrganisationKinds.CommunePolice)
            ? [.. places, new("/population/households", "households")]
            : [.. places];
    }
}
