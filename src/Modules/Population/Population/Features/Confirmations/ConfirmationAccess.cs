using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.Population.Data;
using Project06.Population.Domain;

namespace Project06.Population.Features.Confirmations;

/// <summary>Who opens a confirmation: whoever it is about, whoever filed, the office that issued it; each look is recorded.</summary>
internal static class ConfirmationAccess
{
    private static readonly string[] Shown =
        [PersonFields.Name, PersonFields.Number, PersonFields.BirthDate, PersonFields.Sex, PersonFields.Residence];

    public static async Task<Confirmation?> OpenConfirmationAsync(
        this PopulationDbContext db, Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var offices = actor.Posts.Select(p => p.OrganisationCode).ToArray();
        var found = await db.Confirmations.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == id && (c.PersonId == actor.PersonId || c.FiledBy == actor.PersonId || offices.Contains(c.DecidingOrganisation)), cancellationToken);
        if (found is null)
            return null;
        var access = found.FiledBy != actor.PersonId && actor.Posts.FirstOrDefault(p => p.OrganisationCode == found.DecidingOrganisation) is { } post
            ? AccessContext.Official(actor, post, AccessPurposes.Decide, found.ProcedureCode, found.DossierCode)
            : AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, found.ProcedureCode, found.DossierCode);
        await db.RecordAccessAsync(access, [new PersonShown(found.PersonId, Shown)], cancellationToken);
        return found;
    }
}
