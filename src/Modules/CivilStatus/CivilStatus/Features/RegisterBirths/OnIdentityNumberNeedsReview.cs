using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary>The child looks like somebody already numbered, a twin perhaps: the dossier goes to an officer.</summary>
internal sealed class OnIdentityNumberNeedsReview(CivilStatusDbContext db, EffectAnswers answers)
    : IEventHandler<IdentityNumberNeedsReview>
{
    public async Task HandleAsync(IdentityNumberNeedsReview happened, EventContext context, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.FindAsync([happened.BirthEntryId], cancellationToken)
            ?? throw new InvalidOperationException($"No birth entry {happened.BirthEntryId}.");
        if (!entry.Allows(BirthEntryAction.AskReview))
            return;
        entry.AskReview(happened.LookAlikePersonId, happened.FormerEntryRevoked);
        answers.NeedsReview(entry);
        await db.SaveChangesAsync(cancellationToken);
    }
}
