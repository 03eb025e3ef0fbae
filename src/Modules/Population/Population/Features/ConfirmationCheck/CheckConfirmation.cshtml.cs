using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;

namespace Project06.Population.Features.ConfirmationCheck;

/// <summary>Whoever holds a confirmation looks whether it was issued so; what it says is compared with the paper in hand.</summary>
internal sealed class CheckConfirmationModel(PopulationDbContext db) : PageModel
{
    private static readonly string[] Shown = [PersonFields.Name, PersonFields.BirthDate, PersonFields.Residence];

    public Confirmation Confirmation { get; private set; } = null!;

    public ConfirmationContent Said { get; private set; } = null!;

    /// <summary>The lines of the paper; of the number its end only, enough to compare.</summary>
    public IEnumerable<PaperRow> Rows => Said.Rows.Select(r =>
        r.Value.Length == 12 && r.Value.All(char.IsAsciiDigit) ? r with { Value = new string('•', 9) + r.Value[^3..] } : r);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await db.Confirmations.AsNoTracking().SingleOrDefaultAsync(c => c.Token == token, cancellationToken) is not { } found)
            return NotFound();
        (Confirmation, Said) = (found, ConfirmationContent.Read(found));
        var access = User.FindActor() is { } actor
            ? AccessContext.Citizen(actor, AccessPurposes.VerifyPaper, found.ProcedureCode)
            // Nobody is known by name here; the ledger still says that somebody with the paper looked.
            : new AccessContext(null, null, "verify-paper", "Người cầm tờ giấy quét mã QR", AccessPurposes.VerifyPaper, found.ProcedureCode);
        await db.RecordAccessAsync(access, [new PersonShown(found.PersonId, Shown)], cancellationToken);
        return Page();
    }
}
