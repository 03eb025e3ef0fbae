using System.Security.Claims;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.DeathExtracts;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.DeathBooks;

internal static class FindDeath
{
    /// <summary>One entry of a register the reader keeps; the look is recorded for all it names.</summary>
    public static async Task<(DeathEntry Entry, ActorPost Post)> FindDeathAsync(
        this CivilStatusDbContext db, ClaimsPrincipal user, int year, int number, string? unit, CancellationToken cancellationToken)
    {
        var (entry, post) = await db.FindInBookAsync<DeathEntry>(user, year, number, unit, cancellationToken);
        await db.RecordAccessAsync(
            AccessContext.Official(user.Actor(), post, AccessPurposes.Register, entry.ProcedureCode, entry.DossierCode),
            ExtractAccess.PeopleOn(entry), cancellationToken);
        return (entry, post);
    }
}
