using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
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
        var post = RegisterPosts.Choose(user, unit) ?? throw new NotFoundException("register");
        var entry = await db.BirthEntries.AsNoTracking().SingleOrDefaultAsync(
                e => e.UnitCode == post.UnitCode && e.Year == year && e.Number == number, cancellationToken)
            ?? throw new NotFoundException("birth entry");
        await db.RecordAccessAsync(
            AccessContext.Official(user.Actor(), post, AccessPurposes.Register, entry.ProcedureCode, entry.ShownDossierCode),
            CertificateAccess.PeopleOn(entry), cancellationToken);
        return (entry, post);
    }
}
