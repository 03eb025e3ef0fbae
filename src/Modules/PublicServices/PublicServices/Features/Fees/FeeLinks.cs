using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Features.Counter;
using Project06.PublicServices.Features.Desk;

namespace Project06.PublicServices.Features.Fees;

/// <summary>Where the pages about money are, and where whoever reads them comes from: a desk, a counter, or neither.</summary>
internal static class FeeLinks
{
    public const string Cash = "/fees/cash", Refunds = "/fees/refunds", Reconciliation = "/fees/reconciliation";

    public static string Dossier(string code) => $"/fees/dossiers/{code}";

    public static string Home(ClaimsPrincipal user) =>
        user.May(PublicServicesPermissions.Desk) ? "/desk" : user.May(PublicServicesPermissions.Counter) ? CounterLinks.Today : "/";

    public static void FillHead(ViewDataDictionary view, ClaimsPrincipal user, IStringLocalizer<DeskTexts> texts)
    {
        DeskHead.Fill(view, user.Actor(), texts);
        view["DeskHome"] = Home(user);
    }
}
