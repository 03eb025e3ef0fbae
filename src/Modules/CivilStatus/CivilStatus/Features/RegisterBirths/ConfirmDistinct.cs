using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Features.Effects;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary><c>civil-status.confirm-distinct-child</c>: an officer looked; the number may be issued (BTP 3160/2021).</summary>
internal sealed class ConfirmDistinct(CivilStatusDbContext db, EffectAnswers answers) : IEffect
{
    public string Name => OnEffectRequested.ConfirmDistinctChild;

    public Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken) => answers.AnswerReviewAsync(asked, entry =>
    {
        entry.ConfirmDistinct(asked.RequestId);
        db.Raise(new DistinctChildConfirmed(entry.Id));
        return Task.CompletedTask;
    }, cancellationToken);
}
