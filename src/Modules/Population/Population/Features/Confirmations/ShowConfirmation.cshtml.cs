using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Actors;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.IssueConfirmation;
using Project06.Ui;

namespace Project06.Population.Features.Confirmations;

/// <summary>The confirmation of residence on the screen, with the signed file.</summary>
internal sealed class ShowConfirmationModel(PopulationDbContext db, ConfirmationPrinter printer) : PageModel
{
    public Confirmation Confirmation { get; private set; } = null!;

    public ConfirmationContent Said { get; private set; } = null!;

    public NationalHeading Heading { get; private set; } = null!;

    public string VerificationUrl => printer.VerificationUrl(Confirmation.Token);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.OpenConfirmationAsync(User.Actor(), id, cancellationToken) is not { } found)
            return NotFound();
        (Confirmation, Said) = (found, ConfirmationContent.Read(found));
        Heading = new NationalHeading(Said.Authority, Said.Office, Number: null, Said.Place, found.AsOf);
        return Page();
    }
}
