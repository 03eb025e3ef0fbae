using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Complaints;

/// <summary>The applicant complains about a dossier; the caller has made sure that it is theirs.</summary>
/// <param name="Subject">What it is about; null where it follows an answer that didn't satisfy.</param>
internal sealed record FileComplaint(Dossier Dossier, string? Subject, string? Text) : IRequest<Result<Guid>>;

internal sealed class FileComplaintHandler(
    PublicServicesDbContext db, ProcedureBook procedures, ComplaintQueue queue, ComplaintLimitBook limits, TimeProvider clock, IStringLocalizer<CitizenTexts> texts)
    : IRequestHandler<FileComplaint, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(FileComplaint command, CancellationToken cancellationToken)
    {
        var (dossier, now) = (command.Dossier, clock.GetUtcNow());
        var earlier = await db.Complaints.AsNoTracking().Where(c => c.DossierId == dossier.Id).OrderBy(c => c.At).ToListAsync(cancellationToken);
        if (earlier.Any(c => c.IsOpen))
            return new Error("complaint.open", texts["complaint.open"]);
        var followed = earlier.LastOrDefault() is { } last && last.MayFollow(limits.Of(last), now) && command.Subject is null ? last : null;
        if (followed is null && !Complaint.Subjects.Contains(command.Subject ?? ""))
            return new Error("complaint.subject", texts["complaint.subject-missing"], nameof(command.Subject));
        if (VietnameseText.CleanLines(command.Text) is not { Length: > 0 } text)
            return new Error("complaint.missing", texts["complaint.text-missing"], nameof(command.Text));
        if (text.Length > Complaint.Longest)
            return new Error("complaint.too-long", texts["letters.too-long", Complaint.Longest], nameof(command.Text));
        try
        {
            return await KeepAsync(dossier, followed, followed?.Subject ?? command.Subject!, text, now, cancellationToken);
        }
        catch (CalendarYearNotLoadedException missing)
        {
            await OperatorNotices.CalendarYearMissingAsync(db, missing, now, cancellationToken);
            return new Error("calendar.year-missing", texts["complaint.calendar-year", missing.Year]);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return new Error("complaint.open", texts["complaint.open"]);
        }
    }

    private async Task<Guid> KeepAsync(Dossier dossier, Complaint? followed, string subject, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var step = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion).Step(dossier.StepId);
        var office = followed?.Organisation ?? ComplaintQueue.OfficeOf(dossier, step);
        var (reject, answer) = await queue.ClockAsync(office, now, cancellationToken);
        var complaint = new Complaint
        {
            Id = Guid.CreateVersion7(now),
            DossierId = dossier.Id,
            ApplicantId = dossier.ApplicantId,
            Organisation = office,
            Subject = subject,
            Text = text,
            At = now,
            RejectBy = reject.Due,
            DueAt = answer.Due,
            FollowsId = followed?.Id,
        };
        db.Add(complaint);
        db.Raise(new ComplaintFiled(complaint.Id, dossier.Id, office, now, complaint.DueAt, followed is not null));
        await db.SaveChangesAsync(cancellationToken);
        return complaint.Id;
    }
}
