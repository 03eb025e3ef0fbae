using MediatR;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary>The child has a number: the entry is complete and its certificate can be signed.</summary>
internal sealed class OnIdentityNumberIssued(CivilStatusDbContext db, IMediator mediator, EffectAnswers answers)
    : IEventHandler<IdentityNumberIssued>
{
    public async Task HandleAsync(IdentityNumberIssued happened, EventContext context, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.FindAsync([happened.BirthEntryId], cancellationToken)
            ?? throw new InvalidOperationException($"No birth entry {happened.BirthEntryId}.");
        if (entry is { State: BirthEntryState.Revoked, ChildId: null })
        {
            // The dossier ended while the number was on its way: whoever issued it is told whose entry is out of force.
            db.Raise(new BirthEntryRevoked(entry.Id, happened.PersonId, entry.UnitCode));
            await db.SaveChangesAsync(cancellationToken);
        }
        if (!entry.Allows(BirthEntryAction.RecordNumber))
            return;
        var child = (await mediator.Send(
                new FindPeople([happened.PersonId], [PersonFields.Number], Access: null), cancellationToken)).SingleOrDefault()
            ?? throw new InvalidOperationException($"The population database doesn't know its new person {happened.PersonId}.");
        entry.RecordNumber(child.PersonId, child.Number);
        answers.Draft(entry);
        await db.SaveChangesAsync(cancellationToken);
    }
}
