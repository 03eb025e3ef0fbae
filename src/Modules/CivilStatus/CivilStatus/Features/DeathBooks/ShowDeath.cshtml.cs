using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.DeathBooks;

internal sealed class ShowDeathModel(CivilStatusDbContext db, IMediator mediator, DeathRules rules, TimeProvider clock) : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Law { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    public DeathEntry Entry { get; private set; } = null!;

    public ActorPost Post { get; private set; } = null!;

    public bool MayRevoke => Entry.Allows(DeathEntryAction.Revoke) && RegisterPosts.Leads(User, Entry.UnitCode);

    public IReadOnlyList<string> LawSuggestions => rules.On(clock.Today()).RevocationLaw;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        if (RegisterPosts.Choose(User, Unit) is not { } post || !RegisterPosts.Leads(User, post.UnitCode))
            return NotFound();
        var result = await mediator.Send(
            new RevokeDeathEntry(post.UnitCode, Year, Number, Reason, Law, Evidence, User.Actor().PersonId), cancellationToken);
        return result.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect(DeathBookLinks.Entry(Year, Number, post.UnitCode));
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        (Entry, Post) = await db.FindDeathAsync(User, Year, Number, Unit, cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }
}
