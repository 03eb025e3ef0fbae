using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.Staff;

/// <summary>
/// The organisations an administrator answers for: their own, and those under it, whose codes begin with its code (Decision
/// 20/2020/QĐ-TTg): a commune's committee has its service centre. Everything else doesn't exist here.
/// </summary>
internal sealed class StaffGround(EIdentificationDbContext db, TimeProvider clock)
{
    public static ActorPost PostOf(Actor actor) => actor.Posts.First(p => p.Role == Roles.OrganisationAdministrator);

    public static AccessContext Access(Actor actor) => AccessContext.Official(actor, PostOf(actor), AccessPurposes.Staff);

    public async Task<IReadOnlyList<DatedOrganisation>> OrganisationsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (own, today) = (PostOf(actor), clock.Today());
        var under = own.OrganisationCode + ".";
        // A province's police doesn't appoint its communes' police: each has its own administrator.
        var kinds = own.OrganisationKind == OrganisationKinds.CommunePeoplesCommittee
            ? new[] { own.OrganisationKind, OrganisationKinds.CommuneServiceCentre } : [own.OrganisationKind];
        return await db.Organisations.AsNoTracking()
            .Where(o => (o.Code == own.OrganisationCode || (o.Code.StartsWith(under) && o.UnitCode == own.UnitCode)) && kinds.Contains(o.Kind)
                && o.ValidFrom <= today && (o.ValidTo == null || today <= o.ValidTo))
            .OrderBy(o => o.Code).ToListAsync(cancellationToken);
    }

    /// <summary>A post of these organisations; anybody else's isn't found.</summary>
    public async Task<(Post Post, DatedOrganisation Organisation, Account Holder)> FindAsync(Actor actor, Guid postId, CancellationToken cancellationToken)
    {
        var organisations = await OrganisationsAsync(actor, cancellationToken);
        var codes = organisations.Select(o => o.Code).ToList();
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId && codes.Contains(p.OrganisationCode), cancellationToken)
            ?? throw new NotFoundException("post");
        return (post, organisations.Single(o => o.Code == post.OrganisationCode),
            await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == post.AccountId, cancellationToken));
    }
}
