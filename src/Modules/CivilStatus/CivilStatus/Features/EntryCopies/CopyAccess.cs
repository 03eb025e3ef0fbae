using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.EntryCopies;

/// <summary>Who may see copies: who asked for them and the officials of the commune that issued them.</summary>
internal static class CopyAccess
{
    public static async Task<IReadOnlyList<EntryCopy>> FindCopiesAsync(
        this CivilStatusDbContext db, ClaimsPrincipal user, Expression<Func<EntryCopy, bool>> which, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        var units = RegisterPosts.UnitsOf(user);
        var copies = await db.EntryCopies.AsNoTracking().Where(which)
            .Where(c => c.RequesterId == actor.PersonId || units.Contains(c.UnitCode)).OrderBy(c => c.Number).ToListAsync(cancellationToken);
        if (copies.Count == 0)
            throw new NotFoundException("entry copies");
        var one = copies[0];
        var access = one.RequesterId == actor.PersonId
            ? AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, one.ProcedureCode, one.DossierCode)
            : AccessContext.Official(actor, RegisterPosts.PostFor(user, one.UnitCode)!, AccessPurposes.Register, one.ProcedureCode, one.DossierCode);
        await db.RecordAccessAsync(access, [new PersonShown(one.SubjectId, [PersonFields.Name, PersonFields.Papers])], cancellationToken);
        return copies;
    }
}
