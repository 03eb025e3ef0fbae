using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary>
/// <c>civil-status.confirm-same-child</c>: the look-alike is the child, whose first entry went out of force; the number
/// stays. While another entry of that person is in force this would be registering a birth twice, and is refused.
/// </summary>
internal sealed class ConfirmSame(CivilStatusDbContext db, EffectAnswers answers) : IEffect
{
    public string Name => OnEffectRequested.ConfirmSameChild;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var entry = await answers.EntryOfAsync(asked.DossierId, cancellationToken);
        if (entry?.PendingRequestId == asked.RequestId)
            return;
        switch (entry?.State)
        {
            case BirthEntryState.ReviewPending when !entry.LookAlikeWithoutEntry || await InForceAsync(entry.LookAlikeId!.Value, cancellationToken):
                answers.Refuse(asked, EffectAnswers.AlreadyRegistered);
                break;
            case BirthEntryState.ReviewPending:
                entry.ConfirmSame(asked.RequestId);
                db.Raise(new SameChildConfirmed(entry.Id, entry.LookAlikeId!.Value));
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

    private Task<bool> InForceAsync(Guid person, CancellationToken cancellationToken) =>
        db.BirthEntries.AnyAsync(e => e.ChildId == person && e.State != BirthEntryState.Revoked, cancellationToken);
}
