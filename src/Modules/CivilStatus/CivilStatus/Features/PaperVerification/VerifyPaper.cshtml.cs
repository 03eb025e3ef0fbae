using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.CivilStatus.Data;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.PaperVerification;

internal sealed class VerifyPaperModel(CivilStatusDbContext db, IMediator mediator) : PageModel
{
    public VerifiedPaper? Paper { get; private set; }

    public PaperVerdict Verdict => Paper?.Verdict ?? PaperVerdict.Unknown;

    /// <summary>The paper whose content is shown: a valid one only.</summary>
    public VerifiedPaper? Shown => Verdict is PaperVerdict.Valid ? Paper : null;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Paper = await db.FindPaperAsync(token, cancellationToken);
        if (Paper is null && await FindElsewhereAsync(token, cancellationToken) is { } elsewhere)
            return Redirect(elsewhere);
        if (Verdict is PaperVerdict.Unknown)
            Response.StatusCode = StatusCodes.Status404NotFound;
        if (Shown is { } shown)
            await RecordAsync(shown, cancellationToken);
        return Page();
    }

    // Papers of other modules have the same printed address.
    private async Task<string?> FindElsewhereAsync(string token, CancellationToken cancellationToken) =>
        await mediator.Send(new FindPaperAddress(token), cancellationToken) ?? await mediator.Send(new FindIssuedPaper(token), cancellationToken);

    private Task RecordAsync(VerifiedPaper paper, CancellationToken cancellationToken)
    {
        var access = User.FindActor() is { } actor
            ? AccessContext.Citizen(actor, AccessPurposes.VerifyPaper, paper.ProcedureCode)
            // Nobody is known by name here; the ledger still says that somebody with the paper looked.
            : new AccessContext(null, null, "verify-paper", "Người cầm tờ giấy quét mã QR", AccessPurposes.VerifyPaper, paper.ProcedureCode);
        return db.RecordAccessAsync(access, paper.People, cancellationToken);
    }
}
