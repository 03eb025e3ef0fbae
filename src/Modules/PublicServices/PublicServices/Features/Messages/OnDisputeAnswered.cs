using Project06.BuildingBlocks.Events;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.Transparency.Contracts;

namespace Project06.PublicServices.Features.Messages;

/// <summary>The answer to a disputed look is there: the person is told, in the portal and by mail.</summary>
internal sealed class OnDisputeAnswered(PublicServicesDbContext db) : IEventHandler<DisputeAnswered>
{
    public Task HandleAsync(DisputeAnswered happened, EventContext context, CancellationToken cancellationToken)
    {
        var message = new Message
        {
            Id = Guid.CreateVersion7(happened.At),
            PersonId = happened.PersonId,
            LookId = happened.LookId,
            Kind = MessageKinds.DisputeAnswered,
            At = happened.At,
        };
        db.Add(message);
        db.Raise(new MessageWritten(message.Id));
        return Task.CompletedTask;
    }
}
