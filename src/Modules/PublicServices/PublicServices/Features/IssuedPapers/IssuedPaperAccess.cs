using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.IssuedPapers;

/// <param name="Dossier">The dossier that led to it.</param>
/// <param name="FiledByMe">Whether whoever opens it filed the dossier.</param>
internal sealed record OpenedPaper(IssuedPaper Paper, DossierCode Dossier, bool FiledByMe);

/// <summary>Who opens a paper: whoever it is about, whoever filed, the desk of the office that issued it; each look is recorded.</summary>
internal static class IssuedPaperAccess
{
    private static readonly string[] Shown =
        [PersonFields.Name, PersonFields.Number, PersonFields.BirthDate, PersonFields.Residence, PersonFields.Papers];

    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public static async Task<OpenedPaper> OpenPaperAsync(
        this PublicServicesDbContext db, ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        var me = actor.PersonId;
        string[] offices = user.May(PublicServicesPermissions.Desk) ? [.. actor.Posts.Select(p => p.OrganisationCode)] : [];
        var found = await (
            from paper in db.Set<IssuedPaper>().AsNoTracking()
            where paper.Id == id
            join dossier in db.Dossiers.AsNoTracking() on paper.DossierId equals dossier.Id
            where dossier.ApplicantId == me || paper.AboutId == me || offices.Contains(paper.Organisation)
            select new { paper, dossier.Code, dossier.ApplicantId }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("issued paper");
        var access = found.ApplicantId != me && found.paper.AboutId != me
            ? AccessContext.Official(
                actor, actor.Posts.First(p => p.OrganisationCode == found.paper.Organisation), AccessPurposes.Decide, found.paper.ProcedureCode, found.Code.Value)
            : AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, found.paper.ProcedureCode, found.Code.Value);
        await db.RecordAccessAsync(access, [new PersonShown(found.paper.AboutId, Shown)], cancellationToken);
        return new OpenedPaper(found.paper, found.Code, found.ApplicantId == me);
    }
}
