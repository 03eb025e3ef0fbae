using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.EntryChanges;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.BirthBooks;

internal sealed class ShowEntryModel(CivilStatusDbContext db, IMediator mediator) : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public BirthEntry Entry { get; private set; } = null!;

    public IReadOnlyList<EntryChange> Notes { get; private set; } = [];

    public ActorPost Post { get; private set; } = null!;

    public bool MayRevoke => Entry.Allows(BirthEntryAction.Revoke) && RegisterPosts.Leads(User, Entry.UnitCode);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellationToken)
    {
        if (RegisterPosts.Choose(User, Unit) is not { } post || !RegisterPosts.Leads(User, post.UnitCode))
            return NotFound();
        var result = await mediator.Send(
            new RevokeBirthEntry(post.UnitCode, Year, Number, Reason, User.Actor().PersonId), cancellationToken);
        return result.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect(BirthBookLinks.Entry(Year, Number, post.UnitCode));
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        (Entry, Post) = await db.FindEntryAsync(User, Year, Number, Unit, cancellationToken);
        Notes = await db.NotesOfAsync(Entry.Id, cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }

    public string Parent(PersonOnPaper? parent) => parent is null
        ? "–"
        : $"{parent.Name}, {parent.BirthYear}, {parent.Ethnicity}, {parent.Nationality}, {parent.Residence}";
}
