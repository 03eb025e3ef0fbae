using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.EntryChanges;

namespace Project06.CivilStatus.Features.BirthBooks;

/// <summary>The entry as a sheet for the sealed paper book, which prevails while the law of 2014 is in force.</summary>
internal sealed class PrintSheetModel(CivilStatusDbContext db, BirthRules rules) : PageModel
{
    public BirthEntry Entry { get; private set; } = null!;

    public IReadOnlyList<EntryChange> Notes { get; private set; } = [];

    public BirthRule Rule { get; private set; } = null!;

    public async Task OnGetAsync(int year, int number, [FromQuery] string? unit, CancellationToken cancellationToken)
    {
        (Entry, _) = await db.FindEntryAsync(User, year, number, unit, cancellationToken);
        Rule = rules.On(Entry.RegisteredOn);
        Notes = await db.NotesOfAsync(Entry.Id, cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }
}
