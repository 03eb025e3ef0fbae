using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;

namespace Project06.PublicServices.Features.Papers;

/// <summary>
/// One page of an uploaded paper, as the converted picture, to the one who gave it and to the offices of its
/// dossier. What stands on a paper was recorded when the dossier that shows it was opened.
/// </summary>
internal sealed class PaperModel(PublicServicesDbContext db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var paper = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (paper is null || number < 1 || number > paper.PageFileIds.Count || !await MaySeeAsync(paper, actor, cancellationToken))
            return NotFound();
        var file = await db.ReadFileAsync(paper.PageFileIds[number - 1], cancellationToken);
        if (file is not { } page)
            return NotFound();
        Response.Headers.CacheControl = "private, max-age=600";
        // A browser lays out a bare picture with styles of its own, which the pages' policy would refuse.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";
        return File(page.Content, page.File.ContentType);
    }

    private async Task<bool> MaySeeAsync(Evidence paper, Actor actor, CancellationToken cancellationToken)
    {
        if (paper.OwnerId == actor.PersonId)
            return true;
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == paper.DraftId, cancellationToken);
        return dossier is not null && DossierAccess.PostFor(dossier, actor) is not null;
    }
}
