using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.BirthCertificates;

/// <summary>
/// Who may see a certificate: the people it names as child, parent or declarant, and the registering commune's own
/// officials. For anybody else there is none. Each look is recorded before the page leaves.
/// </summary>
internal static class CertificateAccess
{
    private static readonly string[] ParentFields =
        [PersonFields.Name, PersonFields.BirthDate, PersonFields.Ethnicity, PersonFields.Nationality, PersonFields.Residence, PersonFields.Kinship];

    private static readonly string[] ChildFields =
        [.. ParentFields.Except([PersonFields.Residence]), PersonFields.Sex, PersonFields.NativePlace, PersonFields.Number];

    public static async Task<BirthEntry> FindCertificateAsync(
        this CivilStatusDbContext db, ClaimsPrincipal user, Guid entryId, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        var units = RegisterPosts.UnitsOf(user);
        var me = actor.PersonId;
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(
                e => e.Id == entryId && (e.MotherId == me || e.FatherId == me || e.RequesterId == me || e.ChildId == me || units.Contains(e.UnitCode)),
                cancellationToken)
            ?? throw new NotFoundException("birth certificate");
        var own = me == entry.MotherId || me == entry.FatherId || me == entry.RequesterId || me == entry.ChildId;
        var access = own
            ? AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, entry.ProcedureCode, entry.ShownDossierCode)
            : AccessContext.Official(actor, RegisterPosts.PostFor(user, entry.UnitCode)!, AccessPurposes.Register, entry.ProcedureCode, entry.ShownDossierCode);
        await db.RecordAccessAsync(access, PeopleOn(entry), cancellationToken);
        return entry;
    }

    /// <summary>The people a whole entry shows.</summary>
    public static IEnumerable<PersonShown> PeopleOn(BirthEntry entry)
    {
        if (entry.ChildId is { } child)
            yield return new PersonShown(child, ChildFields);
        foreach (var parent in new[] { entry.MotherId, entry.FatherId }.OfType<Guid>())
            yield return new PersonShown(parent, ParentFields);
        yield return new PersonShown(entry.RequesterId, [PersonFields.Name]);
    }
}
