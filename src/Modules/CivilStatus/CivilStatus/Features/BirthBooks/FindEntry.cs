using System.Security.Claims;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Features.BirthCertificates;

namespace Project06.CivilStatus.Features.BirthBooks;

internal static class FindEntry
{
    /// <summary>One entry of a register the reader keeps; the look is recorded for all it names.</summary>
    public static async Task<(BirthEntry Entry, ActorPost Post)> FindEntryAsync(
        this CivilStatusDbContext db, ClaimsPrincipal user, int year, int number, string? unit, CancellationToken cancellationToken)
    {
        var (entry, post) = await db.FindInBookAsync<BirthEntry>(user, year, number, unit, cancellationToken);
        await db.RecordAccessAsync(
            AccessContext.Official(user.Actor(), post, AccessPurposes.Register, entry.ProcedureCode, entry.ShownDossierCode),
            CertificateAccess.PeopleOn(entry), cancellationToken);
        return (entry, post);
    }
}
