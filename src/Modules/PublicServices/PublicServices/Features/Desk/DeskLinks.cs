using Microsoft.AspNetCore.WebUtilities;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Desk;

internal static class DeskLinks
{
    public static string Queue(DeskTab tab) => $"/desk?tab={tab.Slug()}";
    public static string Dossier(DossierCode code, DeskTab tab = DeskTab.Mine) => tab == DeskTab.Mine ? $"/desk/{code}" : $"/desk/{code}?tab={tab.Slug()}";
    public static string Action(DossierCode code, string action, DeskTab tab) => $"/desk/{code}/{action}{(tab == DeskTab.Mine ? "" : $"?tab={tab.Slug()}")}";
    public static string Evidence(Guid paper, int page) => $"/evidence/{paper}/{page}";

    /// <summary>Back to the dossier after an action, to say that it was taken.</summary>
    public static string Taken(string code, string action, DeskTab tab) =>
        QueryHelpers.AddQueryString($"/desk/{code}", new Dictionary<string, string?> { ["taken"] = action, ["tab"] = tab.Slug() });

    /// <summary>The queue with its filters; <c>{0}</c> stands for the page's number.</summary>
    public static string Pages(DeskTab tab, string? procedure, string? search)
    {
        var kept = new Dictionary<string, string?> { ["tab"] = tab.Slug(), ["procedure"] = procedure, ["q"] = search };
        var address = QueryHelpers.AddQueryString("/desk", kept.Where(pair => !string.IsNullOrEmpty(pair.Value)));
        return address.Replace("{", "%7B", StringComparison.Ordinal) + "&page={0}";
    }
}
