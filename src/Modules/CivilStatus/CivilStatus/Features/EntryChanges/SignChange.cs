using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Paper;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary><c>civil-status.sign-change-extract</c>: the leader's yes; from then on the entry reads as the note says.</summary>
internal sealed class SignChange(
    CivilStatusDbContext db, Signers signers, PaperIssuer papers, OwnFamily family, TimeProvider clock) : IEffect
{
    public const string Outdated = "entry-changed-meanwhile";

    public string Name => OnEffectRequested.SignChangeExtract;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var note = await db.EntryChanges.Where(c => c.DossierId == asked.DossierId)
            .OrderBy(c => c.State == EntryChangeState.Abandoned).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        switch (note?.State)
        {
            case EntryChangeState.Written:
                await SignAsync(note, asked, input, cancellationToken);
                break;
            case EntryChangeState.Signed when note.PendingRequestId == asked.RequestId:
                return;
            case EntryChangeState.Signed:
                note.PendingRequestId = asked.RequestId;
                Answer(note);
                break;
            default:
                db.RefuseEffect(asked, EffectReplies.NotReady);
                break;
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task SignAsync(EntryChange note, EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.AsNoTracking().SingleAsync(e => e.Id == note.BirthEntryId, cancellationToken);
        var now = BirthWords.Of(entry, await db.NotesOfAsync(entry.Id, cancellationToken));
        if (await family.NamesAsync(input.DecidedByPersonId, [.. entry.PeopleNamed, note.RequesterId], cancellationToken))
        {
            db.RefuseEffect(asked, EffectReplies.SignerIsFamily);
            return;
        }
        if (entry.State is not BirthEntryState.Signed || note.Fields.Any(f => now.ValueOf(f.Field) != f.OldValue))
        {
            db.RefuseEffect(asked, Outdated);
            return;
        }
        var signer = await signers.OfAsync(input, note.OfficeUnit, cancellationToken);
        var at = clock.GetUtcNow();
        note.Sign(asked.RequestId, signer.PersonId, signer.Name, at);
        var pdf = await papers.IssueAsync(
            $"{ChangePaper.Title(note)} số {note.EntryNumber}", note.PublicToken, url => ChangePaper.Fragment(note, entry, url), signer, cancellationToken);
        note.AttachExtract(db.AddFile(pdf, "application/pdf", at).Id);
        db.Raise(new BirthEntryAmended(entry.Id, note.Id, note.SubjectId, note.UnitCode, [.. note.Fields.Select(f => f.Field)]));
        Answer(note);
    }

    private void Answer(EntryChange note) => db.FinishEffect(
        note.DossierId, note.PendingRequestId, new DossierResult("change-extract", EntryChangeLinks.Show(note.Id), IsFinal: true));
}
