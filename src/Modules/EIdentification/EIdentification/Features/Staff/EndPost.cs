using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;

namespace Project06.EIdentification.Features.Staff;

/// <summary>Ends a post now or after a day; with it, those who stand in for it.</summary>
internal sealed record EndPost(Actor Actor, Guid PostId, DateOnly? LastDay) : IRequest<Result<bool>>;

internal sealed class EndPostHandler(
    EIdentificationDbContext db, StaffGround ground, AccountChronicle chronicle, TimeProvider clock, IStringLocalizer<AccountTexts> texts)
    : IRequestHandler<EndPost, Result<bool>>
{
    public async Task<Result<bool>> Handle(EndPost request, CancellationToken cancellationToken)
    {
        var (post, organisation, _) = await ground.FindAsync(request.Actor, request.PostId, cancellationToken);
        var now = clock.GetUtcNow();
        if (!post.IsOpenAt(now))
            return new Error("staff.ended", texts["staff.ended-already"]);
        // Somebody must be left who can appoint.
        if (post.Role == Roles.OrganisationAdministrator && post.AccountId == request.Actor.AccountId)
            return new Error("staff.own-end", texts["staff.own-end"]);
        if (request.LastDay < clock.Today())
            return new Error("staff.dates", texts["staff.dates"], "LastDay");
        var at = request.LastDay?.AddDays(1).At(TimeOnly.MinValue).ToUniversalTime() ?? now;
        foreach (var ending in (await db.Posts.Where(p => p.DeputyFor == post.Id).ToListAsync(cancellationToken)).Prepend(post).Where(p => p.IsOpenAt(now)))
        {
            ending.End(at, request.Actor.AccountId, now);
            chronicle.Write(ending.AccountId, HistoryKinds.PostEnded, organisation: organisation.Name);
            db.Raise(new PostChanged(ending.Id, ending.AccountId, organisation.Code, now));
        }
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
