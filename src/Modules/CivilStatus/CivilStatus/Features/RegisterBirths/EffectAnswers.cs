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

    public void Draft(BirthEntry entry) => Done(entry, new DossierResult(DraftKind, BirthCertificateLinks.Show(entry.Id), IsFinal: false));

    public void Final(BirthEntry entry) => Done(entry, new DossierResult(FinalKind, BirthCertificateLinks.Show(entry.Id), IsFinal: true));

    public void NeedsReview(BirthEntry entry) => db.Raise(new EffectAnswered(
        entry.DossierId, entry.PendingRequestId, EffectOutcome.NeedsReview, PossibleTwin, null));

    public void Refuse(EffectRequested asked, string reason) => db.RefuseEffect(asked, reason);

    private void Done(BirthEntry entry, DossierResult result) =>
        db.FinishEffect(entry.DossierId, entry.PendingRequestId, result, entry.ChildId);
}
