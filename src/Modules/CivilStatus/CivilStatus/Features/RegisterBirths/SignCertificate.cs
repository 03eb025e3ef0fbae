using MediatR;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Files;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Effects;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Paper;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;

namespace Project06.CivilStatus.Features.RegisterBirths;

/// <summary>
/// <c>civil-status.sign-birth-certificate</c>: the leader's yes. The PDF is printed before anything is saved; when that
/// fails nothing happened, the event is tried again and in the end parked where the administrator sees it.
/// </summary>
internal sealed class SignCertificate(
    CivilStatusDbContext db, IMediator mediator, PaperIssuer papers, EffectAnswers answers, OwnFamily family,
    TimeProvider clock) : IEffect
{
    public string Name => OnEffectRequested.SignBirthCertificate;

    public async Task RunAsync(EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var entry = await answers.EntryOfAsync(asked.DossierId, cancellationToken);
        switch (entry?.State)
        {
            case BirthEntryState.Numbered when await family.NamesAsync(input.DecidedByPersonId, entry.PeopleNamed, cancellationToken):
                answers.Refuse(asked, EffectReplies.SignerIsFamily);
                break;
            case BirthEntryState.Numbered:
                await SignAsync(entry, asked, input, cancellationToken);
                break;
            case BirthEntryState.Signed when entry.PendingRequestId == asked.RequestId:
                return;
            case BirthEntryState.Signed:
                entry.PendingRequestId = asked.RequestId;
                answers.Final(entry);
                break;
            default:
                answers.Refuse(asked, entry?.State is BirthEntryState.Revoked ? EffectAnswers.Revoked : EffectAnswers.NotReady);
                break;
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task SignAsync(BirthEntry entry, EffectRequested asked, EffectInput input, CancellationToken cancellationToken)
    {
        var signer = (await mediator.Send(
                new FindPeople([input.DecidedByPersonId], [PersonFields.Name], Access: null), cancellationToken)).SingleOrDefault()
            ?? throw new InvalidOperationException($"The population database doesn't know the signer {input.DecidedByPersonId}.");
        var now = clock.GetUtcNow();
        entry.Sign(asked.RequestId, signer.PersonId, signer.FullName, now);
        var pdf = await papers.IssueAsync(
            $"Giấy khai sinh số {entry.EntryNumber}", entry.PublicToken, url => CertificatePaper.Fragment(entry, url),
            new PaperSigner(signer.PersonId, signer.FullName, input.DecidingOrganisation, entry.OfficeUnit), cancellationToken);
        entry.AttachCertificate(db.AddFile(pdf, "application/pdf", now).Id);
        db.Raise(new BirthRegistered(entry.Id, entry.ChildId!.Value, entry.UnitCode));
        answers.Final(entry);
    }
}
