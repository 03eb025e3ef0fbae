using Project06.CivilStatus.Data;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.Effects;

/// <summary>What a dossier hears back; reason codes have their texts in the procedure folders.</summary>
internal static class EffectReplies
{
    public const string NotReady = "entry-not-ready", Revoked = "entry-revoked", SignerIsFamily = "signer-is-family";

    public static void RefuseEffect(this CivilStatusDbContext db, EffectRequested asked, string reason) => db.Raise(
        new EffectAnswered(asked.DossierId, asked.RequestId, EffectOutcome.Refused, reason, null));

    public static void FinishEffect(
        this CivilStatusDbContext db, Guid dossierId, Guid requestId, DossierResult result, Guid? enteredPerson = null) => db.Raise(
        new EffectAnswered(dossierId, requestId, EffectOutcome.Done, null, result, enteredPerson));
}
