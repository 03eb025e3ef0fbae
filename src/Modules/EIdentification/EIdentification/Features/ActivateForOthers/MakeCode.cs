using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Activate;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Features.ActivateForOthers;

/// <summary>The clerk confirms who stands before them; a code is made for the citizen, and any earlier one is dead.</summary>
internal sealed record MakeCode(Person Person, ActivationKind Kind, string Document, int Level, Actor Actor, ActorPost Post) : IRequest<Result<Guid>>;

internal sealed class MakeCodeHandler(
    EIdentificationDbContext db, AccountMaking making, TimeProvider clock, IStringLocalizer<AccountTexts> texts)
    : IRequestHandler<MakeCode, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(MakeCode request, CancellationToken cancellationToken)
    {
        // Nobody vouches for themselves.
        if (request.Person.PersonId == request.Actor.PersonId)
            return new Error("activation.oneself", texts["clerk.oneself"]);
        if (await making.IsDeadAsync(request.Person.PersonId, cancellationToken))
            return new Error("activation.dead", texts["clerk.situation-dead"]);
        var now = clock.GetUtcNow();
        var account = await making.FindOrMakeAsync(request.Person, "counter", cancellationToken);
        foreach (var earlier in await db.Activations.Where(a => a.AccountId == account.Id && a.FinishedAt == null && a.DiedAt == null).ToListAsync(cancellationToken))
            earlier.DiedAt = now;
        var activation = new Activation
        {
            Id = Guid.NewGuid(),
            AccountId = account.Id,
            Kind = request.Kind,
            Document = request.Document,
            Level = request.Level,
            OrganisationCode = request.Post.OrganisationCode,
            ClerkAccount = request.Actor.AccountId,
            CreatedAt = now,
            ExpiresAt = now + Activation.CounterLife,
        };
        db.Activations.Add(activation);
        await db.SaveChangesAsync(cancellationToken);
        return activation.Id;
    }
}
