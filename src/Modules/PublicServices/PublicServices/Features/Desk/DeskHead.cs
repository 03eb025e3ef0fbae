using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;

namespace Project06.PublicServices.Features.Desk;

/// <summary>What the tabs above a desk page show.</summary>
/// <param name="Current">Null where the reader is in none of them.</param>
internal sealed record DeskTabsView(DeskTab? Current, DeskCounts Counts);

/// <summary>The head of every desk page: for which office, in which role.</summary>
internal static class DeskHead
{
    public static void Fill(ViewDataDictionary view, Actor actor, IStringLocalizer<DeskTexts> texts)
    {
        view["Office"] = string.Join(", ", actor.Posts.Select(post => post.OrganisationName).Distinct());
        view["Person"] = string.Join(", ", actor.Posts.Select(post => Role(post.Role, texts)).Distinct());
    }

    /// <summary>A role in words; the code itself where there are none.</summary>
    public static string Role(string role, IStringLocalizer<DeskTexts> texts) => texts[$"role.{role}"] is { ResourceNotFound: false } words ? words : role;
}
