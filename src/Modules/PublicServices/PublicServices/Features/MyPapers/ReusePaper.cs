using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.MyPapers;

/// <summary>Puts a copy of a paper that the applicant gave before into a draft of theirs. Answers the draft's procedure.</summary>
internal sealed record ReusePaper(Guid DraftId, string FieldId, Guid PaperId, Actor Actor) : IRequest<string>;

internal sealed class ReusePaperHandler(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock) : IRequestHandler<ReusePaper, string>
{
    public async Task<string> Handle(ReusePaper command, CancellationToken cancellationToken)
    {
        var me = command.Actor.PersonId;
        var source = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == command.PaperId && e.OwnerId == me, cancellationToken)
            ?? throw new NotFoundException("paper");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (draft, field) = await db.LockFileFieldAsync(procedures, command.DraftId, command.FieldId, me, clock.Today(), cancellationToken);

        var now = clock.GetUtcNow();
        var pages = new List<Guid>();
        foreach (var page in source.PageFileIds)
            pages.Add(await CopyAsync(page, now, cancellationToken));
        var copy = new Evidence
        {
            Id = Guid.CreateVersion7(now),
            DraftId = draft.Id,
            OwnerId = me,
            FieldId = field.Id,
            Name = source.Name,
            OriginalFileId = await CopyAsync(source.OriginalFileId, now, cancellationToken),
            PageFileIds = pages,
            AddedAt = now,
            ReusedFrom = source.Id,
        };
        await db.AttachEvidenceAsync(draft, field, copy, cancellationToken);
        db.Raise(new EvidenceReused(draft.Id, copy.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return draft.ProcedureCode;
    }

    // A copy of its own: either paper may be taken back without touching the other.
    private async Task<Guid> CopyAsync(Guid file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (stored, content) = await db.ReadFileAsync(file, cancellationToken) ?? throw new NotFoundException("file");
        return db.AddFile(content, stored.ContentType, now).Id;
    }
}

internal static class FileFields
{
    /// <summary>An unfiled draft of the applicant's, locked, and its field for papers.</summary>
    /// <exception cref="NotFoundException">There is none, or it is filed.</exception>
    public static async Task<(Draft Draft, Field Field)> LockFileFieldAsync(
        this PublicServicesDbContext db, ProcedureBook procedures, Guid id, string fieldId, Guid me, DateOnly today, CancellationToken cancellationToken)
    {
        var draft = await db.LockDraftAsync(id, me, cancellationToken);
        if (draft.FiledAt is not null)
            throw new NotFoundException("draft");
        var procedure = procedures.Find(draft.ProcedureCode, today) ?? procedures.Get(draft.ProcedureCode, draft.ProcedureVersion);
        return procedure.Fields.GetValueOrDefault(fieldId) is { Type: FieldType.File } field ? (draft, field) : throw new NotFoundException("field");
    }
}
