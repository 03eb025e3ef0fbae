using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
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
        var post = RegisterPosts.Choose(user, unit) ?? throw new NotFoundException("register");
        var entry = await db.DeathEntries.AsNoTracking().SingleOrDefaultAsync(
                e => e.UnitCode == post.UnitCode && e.Year == year && e.Number == number, cancellationToken)
            ?? throw new NotFoundException("death entry");
        await db.RecordAccessAsync(
            AccessContext.Official(user.Actor(), post, AccessPurposes.Register, entry.ProcedureCode, entry.DossierCode),
            ExtractAccess.PeopleOn(entry), cancellationToken);
        return (entry, post);
    }
}
