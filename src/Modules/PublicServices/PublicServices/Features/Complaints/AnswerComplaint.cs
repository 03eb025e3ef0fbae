using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Letters;

namespace Project06.PublicServices.Features.Complaints;

/// <summary>The head of the office answers a complaint, or doesn't take it on while that is still possible.</summary>
internal sealed record AnswerComplaint(Guid Id, ComplaintOutcome? Outcome, string? Text, Actor Actor) : IRequest<Result<Guid>>;

internal sealed class AnswerComplaintHandler(
    PublicServicesDbContext db, ComplaintQueue queue, ComplaintLimitBook limits, DossierFlow flow, TimeProvider clock, IStringLocalizer<CitizenTexts> texts)
    : IRequestHandler<AnswerComplaint, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AnswerComplaint command, CancellationToken cancellationToken)
    {
        var (complaint, dossier, _) = await queue.FindAsync(command.Id, command.Actor, cancellationToken);
        var now = clock.GetUtcNow();
        if (!complaint.IsOpen)
            return new Error("complaint.answered", texts["complaint.answered-already"]);
        if (command.Outcome is not { } outcome || !Enum.IsDefined(outcome))
            return new Error("complaint.outcome", texts["complaint.outcome-missing"], nameof(command.Outcome));
        if (outcome == ComplaintOutcome.Rejected && !complaint.MayReject(now))
            return new Error("complaint.too-late", texts["complaint.reject-too-late", limits.Of(complaint).Refuse.Days], nameof(command.Outcome));
        if (VietnameseText.CleanLines(command.Text) is not { Length: > 0 } text)
            return new Error("complaint.answer", texts["complaint.answer-missing"], nameof(command.Text));
        if (text.Length > Complaint.Longest)
            return new Error("complaint.too-long", texts["letters.too-long", Complaint.Longest], nameof(command.Text));

        complaint.Close(outcome, text, command.Actor.PersonId, now);
        flow.Tell(dossier, outcome == ComplaintOutcome.Rejected ? CitizenMessages.ComplaintRejected : CitizenMessages.ComplaintAnswered, now);
        db.Raise(new ComplaintClosed(complaint.Id, dossier.Id, Word(outcome), now, now <= complaint.DueAt));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Error("complaint.answered", texts["complaint.answered-already"]);
        }
        return complaint.Id;
    }

    private static string Word(ComplaintOutcome outcome) => outcome switch
    {
        ComplaintOutcome.Upheld => "upheld",
        ComplaintOutcome.PartlyUpheld => "partly-upheld",
        ComplaintOutcome.NotUpheld => "not-upheld",
        _ => "rejected",
    };
}
