using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary><c>civil-status.confirm-distinct-child</c>: an officer looked; the number may be issued (BTP 3160/2021).</summary>
internal sealed class ConfirmDistinct(CivilStatusDbContext db, EffectAnswers answers) : IEffect
{
    public string Name => OnEffectRequested.ConfirmDistinctChild;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var entry = await answers.EntryOfAsync(asked.DossierId, cancellationToken);
        if (entry?.PendingRequestId == asked.RequestId)
            return;
        switch (entry?.State)
        {
            case BirthEntryState.ReviewPending:
                entry.ConfirmDistinct(asked.RequestId);
                db.Raise(new DistinctChildConfirmed(entry.Id));
                break;
            case BirthEntryState.NumberPending:
                entry.PendingRequestId = asked.RequestId;
                break;
            case BirthEntryState.Numbered:
                entry.PendingRequestId = asked.RequestId;
                answers.Draft(entry);
                break;
            default:
                answers.Refuse(asked, entry?.State is BirthEntryState.Revoked ? EffectAnswers.Revoked : EffectAnswers.NotReady);
                break;
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
