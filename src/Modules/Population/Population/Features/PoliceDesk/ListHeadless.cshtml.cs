using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;

namespace Project06.Population.Features.PoliceDesk;

/// <summary>Households of the commune whose head died and that haven't named another; names nobody.</summary>
internal sealed class ListHeadlessModel(PopulationDbContext db, PaperPlaces places, TimeProvider clock) : PageModel
{
    private const int Most = 200;

    public ActorPost Post { get; private set; } = null!;

    public IReadOnlyList<Household> Homes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var posts = User.Actor().PolicePosts();
        if (posts.Count == 0)
            return NotFound();
        Post = posts[0];
        var units = posts.Select(p => p.UnitCode).ToArray();
        Homes = await db.Households.AsNoTracking().Where(h => h.HeadlessSince != null && units.Contains(h.UnitCode))
            .OrderBy(h => h.HeadlessSince).ThenBy(h => h.Address).Take(Most).ToListAsync(cancellationToken);
        return Page();
    }

    public string Place(Household home) => places.Of(home.Address, home.UnitCode, clock.Today());
}
