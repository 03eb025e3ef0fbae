using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.DeathBooks;

/// <summary>The entry as a sheet for the sealed paper book, which prevails while the law of 2014 is in force.</summary>
internal sealed class PrintDeathSheetModel(CivilStatusDbContext db, DeathRules rules) : PageModel
{
    public DeathEntry Entry { get; private set; } = null!;

    public DeathRule Rule { get; private set; } = null!;

    public async Task OnGetAsync(int year, int number, [FromQuery] string? unit, CancellationToken cancellationToken)
    {
        (Entry, _) = await db.FindDeathAsync(User, year, number, unit, cancellationToken);
        Rule = rules.On(Entry.RegisteredOn);
        Response.Headers.CacheControl = "no-store";
    }
}
