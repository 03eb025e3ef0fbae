using Microsoft.AspNetCore.WebUtilities;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Desk;

internal static class DeskLinks
{
    public static string Queue(DeskTab tab) => $"/desk?tab={tab.Slug()}";
    public static string Dossier(DossierCode code, DeskTab tab = DeskTab.Mine) => tab == DeskTab.Mine ? $"/desk/{code}" : $"/desk/{code}?tab={tab.Slug()}";
    public static string Action(DossierCode code, string action, DeskTab tab) => $"/desk/{code}/{action}{(tab == DeskTab.Mine ? "" : $"?tab={tab.Slug()}")}";
    public static string HandOver(DossierCode code, DeskTab tab) => $"/desk/{code}?handler=HandOver{(tab == DeskTab.Mine ? "" : $"&tab={tab.Slug()}")}";
    public static string Evidence(Guid paper, int page) => $"/evidence/{paper}/{page}";

    /// <summary>Back to the dossier after an action, to say that it was taken.</summary>
    public static string Taken(string code, string action, DeskTab tab) =>
        QueryHelpers.AddQueryString($"/desk/{code}", new Dictionary<string, string?> { ["taken"] = action, ["tab"] = tab.Slug() });

    public static string Assign(DossierCode code, DeskTab tab) => $"/desk/{code}/assign{(tab == DeskTab.Mine ? "" : $"?tab={tab.Slug()}")}";
    public static string Hold(DossierCode code, string handler, DeskTab tab) => $"/desk/{code}/assign?handler={handler}&tab={tab.Slug()}";
    public static string AskOpinion(DossierCode code) => $"/desk/{code}/opinion";
    public const string Opinions = "/desk/opinions", Alerts = "/desk/alerts";
    public static string Opinion(Guid id) => $"/desk/opinions/{id}";
    public static string Together(string procedure, int version, string step) => $"/desk/together/{procedure}/{version}/{step}";

    /// <summary>The queue with its filters; <c>{0}</c> stands for the page's number.</summary>
    public static string Pages(QueueFilter filter)
    {
        var kept = new Dictionary<string, string?>
        {
            ["tab"] = filter.Tab.Slug(),
            ["procedure"] = filter.Procedure,
            ["channel"] = filter.Channel?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["holder"] = filter.Holder == DeskHolder.Any ? null : DeskTabs.Slug(filter.Holder),
            ["sort"] = filter.Sort == DeskSort.Due ? null : DeskTabs.Slug(filter.Sort),
            ["q"] = filter.Search,
        };
        var address = QueryHelpers.AddQueryString("/desk", kept.Where(pair => !string.IsNullOrEmpty(pair.Value)));
        return address.Replace("{", "%7B", StringComparison.Ordinal) + "&page={0}";
    }
}
