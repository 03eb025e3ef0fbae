using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;
using Project06.Population.Features.People;
using Project06.Population.Features.Succession;
using Project06.Ui;

namespace Project06.Population.Features.PoliceDesk;

/// <summary>The police name the head that a household's members have agreed on; only while it waits for one.</summary>
internal sealed class NameHeadModel(PopulationDbContext db, IMediator mediator, PaperPlaces places, TimeProvider clock) : PageModel, ILoadsPage
{
    private static readonly string[] Shown = [PersonFields.Name, PersonFields.BirthDate, PersonFields.Residence];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public Guid? Successor { get; set; }

    public ActorPost Post { get; private set; } = null!;

    public Household Home { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public IReadOnlyList<FieldOption> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
            return NotFound();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
            return NotFound();
        var result = await mediator.Send(new NameSuccessor(Id, Successor, User.Actor().PersonId, Post.OrganisationCode), cancellationToken);
        return result.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(PoliceDeskLinks.Headless);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Place = places.Of(Home.Address, Home.UnitCode, clock.Today());
        var access = AccessContext.Official(User.Actor(), Post, AccessPurposes.Decide);
        var members = await db.ShowAsync(db.Persons.Where(p => p.HouseholdId == Id && p.DiedOn == null), Shown, access, cancellationToken);
        Members =
        [
            .. members.OrderBy(m => m.BirthDate)
                .Select(m => new FieldOption(m.PersonId.ToString(), m.FullName, PaperPlaces.BornOn(m.BirthDate, m.BirthPrecision))),
        ];
    }

    // Somebody else's commune, or a household that has its head: 404, so that nobody leafs through households here.
    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var posts = User.Actor().PolicePosts();
        var units = posts.Select(p => p.UnitCode).ToArray();
        var home = await db.Households.AsNoTracking().SingleOrDefaultAsync(
            h => h.Id == Id && h.HeadlessSince != null && units.Contains(h.UnitCode), cancellationToken);
        if (home is null)
            return false;
        (Home, Post) = (home, posts.First(p => p.UnitCode == home.UnitCode));
        return true;
    }
}
