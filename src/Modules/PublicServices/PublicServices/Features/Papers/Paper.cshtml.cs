using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Papers;

/// <summary>
/// One page of an uploaded paper, as the converted picture, to the one who gave it and to the offices of the dossier
/// that it belongs to. An office's look is recorded with the applicant: who else stands on a paper, nobody has read.
/// </summary>
internal sealed class PaperModel(PublicServicesDbContext db, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var paper = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (paper is null || number < 1 || number > paper.PageFileIds.Count
            || (paper.OwnerId != actor.PersonId && !await ShowOfficeAsync(paper, actor, cancellationToken) && !await ShowHelperAsync(paper, actor, cancellationToken)))
            return NotFound();
        var file = await db.ReadFileAsync(paper.PageFileIds[number - 1], cancellationToken);
        if (file is not { } page)
            return NotFound();
        // A shared computer's disk keeps no papers of people who have left it.
        Response.Headers.CacheControl = "no-store";
        // A browser lays out a bare picture with styles of its own, which the pages' policy would refuse.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";
        return File(page.Content, page.File.ContentType);
    }

    private async Task<bool> ShowOfficeAsync(Evidence paper, Actor actor, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == paper.DraftId, cancellationToken);
        if (dossier is null || DossierAccess.PostFor(dossier, actor) is not { } post || !AnswerValues.FileIds(dossier.Answers).Contains(paper.Id))
            return false;
        var purpose = post.OrganisationCode == dossier.DecidingOrganisation ? AccessPurposes.Decide : AccessPurposes.Receive;
        await db.RecordAccessAsync(
            AccessContext.Official(actor, post, purpose, dossier.ProcedureCode, dossier.Code.Value),
            [new PersonShown(dossier.ApplicantId, [PersonFields.Papers])], cancellationToken);
        return true;
    }

    // Whoever helps at a counter sees what belongs to a draft they are working on, with the citizen's yes.
    private async Task<bool> ShowHelperAsync(Evidence paper, Actor actor, CancellationToken cancellationToken)
    {
        var visit = await (
            from draft in db.Drafts.AsNoTracking()
            where draft.Id == paper.DraftId && draft.FiledAt == null
            join one in db.Visits.AsNoTracking() on draft.VisitId equals one.Id
            where one.ClerkId == actor.PersonId
            select one).SingleOrDefaultAsync(cancellationToken);
        if (visit is null || !visit.HasYes(clock.GetUtcNow())
            || actor.Posts.FirstOrDefault(p => p.OrganisationCode == visit.Organisation && p.Role == visit.Role) is not { } post)
            return false;
        await db.RecordAccessAsync(
            AccessContext.Official(actor, post, AccessPurposes.Assist), [new PersonShown(visit.CitizenId!.Value, [PersonFields.Papers])], cancellationToken);
        return true;
    }
}
