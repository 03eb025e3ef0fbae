using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Features.OfficialForms;

namespace Project06.PublicServices.Features.IssuedPapers.Check;

/// <summary>Whoever holds a paper looks whether it was issued so; the lines that its template marks are compared with it.</summary>
internal sealed class CheckIssuedPaperModel(PublicServicesDbContext db, IMediator mediator) : PageModel
{
    private static readonly string[] Shown = [PersonFields.Name, PersonFields.BirthDate, PersonFields.Papers];

    public FormSheet Sheet { get; private set; } = null!;

    public string Office { get; private set; } = "";

    /// <summary>The lines to compare; of a personal number its end only, too little to learn it here.</summary>
    public IEnumerable<FormLine> Lines => Sheet.Parts.SelectMany(part => part.Lines ?? []).Where(line => line.Checked)
        .Select(line => line.Value.Length == 12 && line.Value.All(char.IsAsciiDigit) ? line with { Value = new string('•', 9) + line.Value[^3..] } : line);

    public async Task OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        var paper = await db.Set<IssuedPaper>().AsNoTracking().SingleOrDefaultAsync(p => p.Token == token, cancellationToken)
            ?? throw new NotFoundException("issued paper");
        Sheet = paper.Sheet;
        Office = OpinionWords.Name(await mediator.Send(new FindOrganisations([paper.Organisation]), cancellationToken), paper.Organisation);
        var access = User.FindActor() is { } actor
            ? AccessContext.Citizen(actor, AccessPurposes.VerifyPaper, paper.ProcedureCode)
            // Nobody is known by name here; the ledger still says that somebody with the paper looked.
            : new AccessContext(null, null, "verify-paper", "Người cầm tờ giấy quét mã QR", AccessPurposes.VerifyPaper, paper.ProcedureCode);
        await db.RecordAccessAsync(access, [new PersonShown(paper.AboutId, Shown)], cancellationToken);
    }
}
