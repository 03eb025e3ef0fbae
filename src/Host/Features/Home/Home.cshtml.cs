using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;
using Project06.Transparency.Contracts;

namespace Project06.Host.Features.Home;

/// <summary>A question, a search, then what waits for me, what is mine, life events, who looked at my data.</summary>
internal sealed class HomeModel(IMediator mediator) : PageModel
{
    public Actor? Actor { get; private set; }
    public string Salutation => User.FindFirstValue(ActorClaims.Salutation) ?? "";
    public string GivenName => Actor?.Name.Split(' ')[^1] ?? "";
    public MyDossiers? Mine { get; private set; }
    public LookSummary? Looks { get; private set; }

    /// <summary>Where I live and with how many; the others' names stay where they are looked up for a reason.</summary>
    public HouseholdOfPeople? Household { get; private set; }

    /// <summary>Whether anything waits for me.</summary>
    public bool Waits => Mine is { } mine
        && (mine.HelpAsked || mine.Dossiers.Any(d => d.WaitsForMe) || mine.OpenDrafts + mine.UnreadMessages + mine.ConsentsAsked > 0);
    public IReadOnlyList<WorkPlace> Work => WorkPlaces.Of(User);

    /// <summary>Ids in data/catalogue/life_events.csv.</summary>
    public static IReadOnlyList<string> LifeEvents => ["birth", "absence", "marriage", "moving", "death", "papers"];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Actor = User.FindActor();
        if (Actor is null)
            return;
        Mine = await mediator.Send(new FindMyDossiers(Actor.PersonId, 5), cancellationToken);
        Household = await mediator.Send(new FindHousehold(Actor.PersonId, [], Access: null), cancellationToken);
        Looks = await mediator.Send(new CountLooks(Actor.PersonId, 7), cancellationToken);
    }
}
