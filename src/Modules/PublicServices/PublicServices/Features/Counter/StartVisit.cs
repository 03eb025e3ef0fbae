using MediatR;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Counter;

/// <summary>Begins a visit of a citizen found a moment ago, and asks for their yes.</summary>
internal sealed record StartVisit(Guid CitizenId, ActorPost Post, Actor Actor) : IRequest<Result<Guid>>;

internal sealed class StartVisitHandler(PublicServicesDbContext db, VisitCode codes, TimeProvider clock, IStringLocalizer<CounterTexts> texts)
    : IRequestHandler<StartVisit, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(StartVisit command, CancellationToken cancellationToken)
    {
        // One's own affairs aren't official work.
        if (command.CitizenId == command.Actor.PersonId)
            return new Error("visit.yourself", texts["visit.yourself"], "Sought");
        var now = clock.GetUtcNow();
        var visit = new CounterVisit
        {
            Id = Guid.CreateVersion7(now),
            Organisation = command.Post.OrganisationCode,
            OrganisationKind = command.Post.OrganisationKind,
            Role = command.Post.Role,
            ClerkId = command.Actor.PersonId,
            CitizenId = command.CitizenId,
            StartedAt = now,
        };
        codes.Send(visit);
        db.Add(visit);
        db.Raise(new VisitCodeAsked(visit.Id, visit.Sendings));
        db.Raise(new CitizenHelped(visit.Id, visit.Organisation, command.Post.UnitCode, Guided: false, now));
        await db.SaveChangesAsync(cancellationToken);
        return visit.Id;
    }
}
