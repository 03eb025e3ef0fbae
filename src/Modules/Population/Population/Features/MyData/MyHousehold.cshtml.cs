using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;
using Project06.Population.Features.Succession;
using Project06.Ui;

namespace Project06.Population.Features.MyData;

/// <summary>My household: who belongs to it as what, and naming a head where it waits for one.</summary>
internal sealed class MyHouseholdModel(PopulationDbContext db, IMediator mediator, PaperPlaces places, TimeProvider clock) : PageModel, ILoadsPage
{
    private static readonly string[] Shown = [PersonFields.Name, PersonFields.BirthDate, PersonFields.Kinship];

    [BindProperty] public Guid? Successor { get; set; }

    public HouseholdOfPeople? Home { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>Since when each member belongs to it; null: since before the database was filled.</summary>
    public IReadOnlyDictionary<Guid, DateOnly?> Since { get; private set; } = new Dictionary<Guid, DateOnly?>();

    public bool IsAdult { get; private set; }

    public IEnumerable<FieldOption> Candidates =>
        Home!.Members.Where(m => m.BirthDate.AddYears(18) <= clock.Today()).DefaultIfEmpty(Home.Members[0])
            .Select(m => new FieldOption(m.PersonId.ToString(), m.FullName, PaperPlaces.BornOn(m.BirthDate, m.BirthPrecision)));

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostHeadAsync(CancellationToken cancellationToken)
    {
        var me = User.Actor().PersonId;
        var today = clock.Today();
        var mine = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == me && p.HouseholdId != null && p.DiedOn == null, cancellationToken);
        if (mine is null || mine.IsUnder18(today))
            return NotFound();
        var result = await mediator.Send(new NameSuccessor(mine.HouseholdId!.Value, Successor, me, Organisation: null), cancellationToken);
        return result.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(MyDataLinks.Household);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        Response.Headers.CacheControl = "no-store";
        Home = await mediator.Send(
            new FindHousehold(actor.PersonId, Shown, AccessContext.Citizen(actor, AccessPurposes.OwnRecord)), cancellationToken);
        if (Home is null)
            return;
        Place = places.Of(Home.Address, Home.UnitCode, clock.Today());
        IsAdult = Home.Members.Any(m => m.PersonId == actor.PersonId && m.BirthDate.AddYears(18) <= clock.Today());
        var versions = await db.Memberships.AsNoTracking().Where(m => m.HouseholdId == Home.HouseholdId).ToListAsync(cancellationToken);
        Since = versions.Latest().Where(m => m.Status == VersionStatus.InForce).GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => g.Min(m => m.FromDate));
    }
}
