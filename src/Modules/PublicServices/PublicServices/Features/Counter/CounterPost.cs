using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Features.Desk;

namespace Project06.PublicServices.Features.Counter;

/// <summary>The post from which somebody helps at a counter.</summary>
internal static class CounterPost
{
    private static readonly string[] Helping = [Roles.PostalClerk, Roles.ReceivingClerk];

    /// <summary>The actor's helping post; null when they have none, or it ended.</summary>
    public static ActorPost? Of(Actor actor) => actor.Posts.FirstOrDefault(post => Helping.Contains(post.Role));

    /// <summary>Channel of what is filed there (KenhThucHien): 3 by post, else 1 direct.</summary>
    public static int Channel(string organisationKind) => organisationKind == OrganisationKinds.PostOffice ? 3 : 1;

    public static void FillHead(ViewDataDictionary view, Actor actor, IStringLocalizer<DeskTexts> texts)
    {
        DeskHead.Fill(view, actor, texts);
        view["DeskHome"] = CounterLinks.Today;
    }
}
