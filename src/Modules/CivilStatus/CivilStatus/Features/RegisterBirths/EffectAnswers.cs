using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.BirthCertificates;
using Project06.CivilStatus.Features.Effects;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary>What the dossier hears back; reason codes have their texts in the procedure folder.</summary>
internal sealed class EffectAnswers(CivilStatusDbContext db)
{
    public const string NoticeUsed = "birth-notice-used", PossibleTwin = "possible-twin", AlreadyRegistered = "birth-already-registered",
        NotReady = EffectReplies.NotReady, Revoked = EffectReplies.Revoked;

    private const string DraftKind = "birth-certificate-draft", FinalKind = "birth-certificate";

    /// <summary>The entry of a dossier that is in force, else its latest.</summary>
    public async Task<BirthEntry?> EntryOfAsync(Guid dossierId, CancellationToken cancellationToken) =>
        await db.BirthEntries.Where(e => e.DossierId == dossierId)
            .OrderBy(e => e.State == BirthEntryState.Revoked).ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// What an officer found about a look-alike, where the entry waits for it; else the dossier hears how the entry stands.
    /// Saves.
    /// </summary>
    /// <param name="inReview">Carries it out on the entry.</param>
    public async Task AnswerReviewAsync(EffectRequested asked, Func<BirthEntry, Task> inReview, CancellationToken cancellationToken)
    {
        var entry = await EntryOfAsync(asked.DossierId, cancellationToken);
        if (entry?.PendingRequestId == asked.RequestId)
            return;
        switch (entry?.State)
        {
            case BirthEntryState.ReviewPending:
                await inReview(entry);
                break;
            case BirthEntryState.NumberPending:
                entry.PendingRequestId = asked.RequestId;
                break;
            case BirthEntryState.Numbered:
                entry.PendingRequestId = asked.RequestId;
                Draft(entry);
                break;
            default:
                Refuse(asked, entry?.State is BirthEntryState.Revoked ? Revoked : NotReady);
                break;
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    public void Draft(BirthEntry entry) => Done(entry, new DossierResult(DraftKind, BirthCertificateLinks.Show(entry.Id), IsFinal: false));

    public void Final(BirthEntry entry) => Done(entry, new DossierResult(FinalKind, BirthCertificateLinks.Show(entry.Id), IsFinal: true));

    public void NeedsReview(BirthEntry entry) => db.Raise(new EffectAnswered(
        entry.DossierId, entry.PendingRequestId, EffectOutcome.NeedsReview, PossibleTwin, null));

    public void Refuse(EffectRequested asked, string reason) => db.RefuseEffect(asked, reason);

    private void Done(BirthEntry entry, DossierResult result) =>
        db.FinishEffect(entry.DossierId, entry.PendingRequestId, result, entry.ChildId);
}
