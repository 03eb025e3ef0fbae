using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.DeathExtracts;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Paper;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.RegisterDeaths;

/// <summary>
/// <c>civil-status.sign-death-extract</c>: the leader's yes registers the death, and every module is told. The PDF is
/// printed before anything is saved; when that fails nothing happened and the event is tried again.
/// </summary>
internal sealed class SignExtract(
    CivilStatusDbContext db, IMediator mediator, PaperIssuer papers, DeathRules rules, OwnFamily family, TimeProvider clock) : IEffect
{
    public string Name => OnEffectRequested.SignDeathExtract;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var entry = await db.DeathEntries.Where(e => e.DossierId == asked.DossierId)
            .OrderBy(e => e.State == DeathEntryState.Revoked).ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancellationToken);
        switch (entry?.State)
        {
            case DeathEntryState.Written when await family.NamesAsync(input.DecidedByPersonId, entry.PeopleNamed, cancellationToken):
                db.RefuseEffect(asked, EffectReplies.SignerIsFamily);
                break;
            case DeathEntryState.Written:
                await SignAsync(entry, asked, input, cancellationToken);
                break;
            case DeathEntryState.Signed when entry.PendingRequestId == asked.RequestId:
                return;
            case DeathEntryState.Signed:
                entry.PendingRequestId = asked.RequestId;
                Answer(entry);
                break;
            default:
                db.RefuseEffect(asked, entry is null ? EffectReplies.NotReady : EffectReplies.Revoked);
                break;
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task SignAsync(DeathEntry entry, EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var signer = (await mediator.Send(
                new FindPeople([input.DecidedByPersonId], [PersonFields.Name], Access: null), cancellationToken)).SingleOrDefault()
            ?? throw new InvalidOperationException($"The population database doesn't know the signer {input.DecidedByPersonId}.");
        var now = clock.GetUtcNow();
        var rule = rules.On(now.LegalDate());
        entry.Sign(asked.RequestId, rule, signer.PersonId, signer.FullName, now);
        var pdf = await papers.IssueAsync(
            $"{entry.PaperTitle} số {entry.EntryNumber}", entry.PublicToken, url => DeathExtractPaper.Fragment(entry, rule, url),
            new PaperSigner(signer.PersonId, signer.FullName, input.DecidingOrganisation, entry.OfficeUnit), cancellationToken);
        entry.AttachExtract(db.AddFile(pdf, "application/pdf", now).Id);
        db.Raise(new DeathRegistered(entry.Id, entry.DeceasedId, entry.DiedOn, entry.UnitCode, now));
        Answer(entry);
    }

    private void Answer(DeathEntry entry) => db.FinishEffect(
        entry.DossierId, entry.PendingRequestId, new DossierResult("death-extract", DeathExtractLinks.Show(entry.Id), IsFinal: true));
}
