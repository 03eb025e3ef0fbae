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

    public Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken) => answers.AnswerReviewAsync(asked, async entry =>
    {
        if (!entry.LookAlikeWithoutEntry || await InForceAsync(entry.LookAlikeId!.Value, cancellationToken))
        {
            answers.Refuse(asked, EffectAnswers.AlreadyRegistered);
            return;
        }
        entry.ConfirmSame(asked.RequestId);
        db.Raise(new SameChildConfirmed(entry.Id, entry.LookAlikeId!.Value));
    }, cancellationToken);

    private Task<bool> InForceAsync(Guid person, CancellationToken cancellationToken) =>
        db.BirthEntries.AnyAsync(e => e.ChildId == person && e.State != BirthEntryState.Revoked, cancellationToken);
}
