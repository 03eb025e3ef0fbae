using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.ResidenceNotices;

/// <summary>Who reads a notice of what a dossier changed: whoever it is about, whoever filed, the office that decided.</summary>
internal static class NoticeAccess
{
    /// <summary>What was carried out for this asking; null where nothing was.</summary>
    public static Task<CarriedOut?> FindNoticeAsync(this PopulationDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.CarriedOut.AsNoTracking().SingleOrDefaultAsync(c => c.RequestId == requestId && c.Refused == null, cancellationToken);

    public static bool MayRead(this Actor actor, CarriedOut done, IEnumerable<Guid?> about) =>
        about.Contains(actor.PersonId) || done.FiledBy == actor.PersonId || actor.Posts.Any(p => p.OrganisationCode == done.DecidingOrganisation);

    public static AccessContext Access(this Actor actor, CarriedOut done, IEnumerable<Guid?> about) =>
        done.FiledBy != actor.PersonId && !about.Contains(actor.PersonId)
            && actor.Posts.FirstOrDefault(p => p.OrganisationCode == done.DecidingOrganisation) is { } post
            ? AccessContext.Official(actor, post, AccessPurposes.Decide, done.ProcedureCode, done.DossierCode)
            : AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, done.ProcedureCode, done.DossierCode);
}
