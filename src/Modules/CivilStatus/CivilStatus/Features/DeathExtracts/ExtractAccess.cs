using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.DeathExtracts;

/// <summary>
/// Who may see an extract: who reported the death, the registering commune's own officials, and the person it is about,
/// should they be alive. Each look is recorded before the page leaves.
/// </summary>
internal static class ExtractAccess
{
    private static readonly string[] DeceasedFields =
    [
        PersonFields.Name, PersonFields.BirthDate, PersonFields.Sex, PersonFields.Number, PersonFields.Ethnicity,
        PersonFields.Nationality, PersonFields.Residence,
    ];

    public static async Task<DeathEntry> FindExtractAsync(
        this CivilStatusDbContext db, ClaimsPrincipal user, Guid entryId, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        var units = RegisterPosts.UnitsOf(user);
        var me = actor.PersonId;
        var entry = await db.DeathEntries.AsNoTracking().SingleOrDefaultAsync(
                e => e.Id == entryId && (e.RequesterId == me || e.DeceasedId == me || units.Contains(e.UnitCode)), cancellationToken)
            ?? throw new NotFoundException("death extract");
        var access = me == entry.RequesterId || me == entry.DeceasedId
            ? AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, entry.ProcedureCode, entry.DossierCode)
            : AccessContext.Official(actor, RegisterPosts.PostFor(user, entry.UnitCode)!, AccessPurposes.Register, entry.ProcedureCode, entry.DossierCode);
        await db.RecordAccessAsync(access, PeopleOn(entry), cancellationToken);
        return entry;
    }

    /// <summary>The people a whole entry shows.</summary>
    public static IEnumerable<PersonShown> PeopleOn(DeathEntry entry) =>
        [new(entry.DeceasedId, DeceasedFields), new(entry.RequesterId, [PersonFields.Name, PersonFields.Kinship])];
}
