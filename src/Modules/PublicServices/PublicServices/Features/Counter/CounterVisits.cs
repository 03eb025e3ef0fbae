using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Counter;

/// <summary>A visit with the post from which its clerk helps.</summary>
internal sealed record VisitCase(CounterVisit Visit, ActorPost Post, Actor Actor)
{
    public AccessContext Access => AccessContext.Official(Actor, Post, AccessPurposes.Assist);

    public Helper Helper => new(Actor.PersonId, Post, Visit.Id);

    /// <summary>The actor as whoever files for the citizen; good only while there is a yes.</summary>
    public Actor ForCitizen => Actor with { PersonId = Visit.CitizenId!.Value, Posts = [], Helper = Helper };
}

/// <summary>Whose visits a clerk may open: their own, from the post they began them in, while they hold it.</summary>
internal sealed class CounterVisits(PublicServicesDbContext db)
{
    /// <exception cref="NotFoundException">There is none, or it is another clerk's.</exception>
    public async Task<VisitCase> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.SingleOrDefaultAsync(v => v.Id == id && v.ClerkId == actor.PersonId && v.CitizenId != null, cancellationToken)
            ?? throw new NotFoundException("visit");
        var post = actor.Posts.FirstOrDefault(p => p.OrganisationCode == visit.Organisation && p.Role == visit.Role)
            ?? throw new NotFoundException("visit");
        return new VisitCase(visit, post, actor);
    }
}
