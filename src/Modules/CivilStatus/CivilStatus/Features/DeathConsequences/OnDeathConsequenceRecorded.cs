using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.DeathConsequences;

/// <summary>A module reports what a death ended there, or that it gave it back.</summary>
internal sealed class OnDeathConsequenceRecorded(CivilStatusDbContext db) : IEventHandler<DeathConsequenceRecorded>
{
    public async Task HandleAsync(DeathConsequenceRecorded happened, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.DeathEntries.FindAsync([happened.DeathEntryId], cancellationToken) is null)
            throw new InvalidOperationException($"No death entry {happened.DeathEntryId}.");
        db.Add(new DeathConsequence
        {
            Id = context.EventId,
            DeathEntryId = happened.DeathEntryId,
            Kind = happened.Kind,
            State = happened.State,
            Count = happened.Count,
            WaitsForOrganisation = happened.WaitsForOrganisation,
            At = happened.At,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
