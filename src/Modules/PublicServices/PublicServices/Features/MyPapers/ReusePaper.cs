using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Persistence;
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
        var draft = await db.LockDraftAsync(command.DraftId, me, cancellationToken);
        if (draft.FiledAt is not null)
            throw new NotFoundException("draft");
        var procedure = procedures.Find(draft.ProcedureCode, clock.Today()) ?? procedures.Get(draft.ProcedureCode, draft.ProcedureVersion);
        if (procedure.Fields.GetValueOrDefault(command.FieldId) is not { Type: FieldType.File } field)
            throw new NotFoundException("field");

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
        db.Add(copy);
        var files = AnswerValues.Files(draft.Answers[field.Id]).Append(new AnswerFile(copy.Id, copy.Name, copy.PageFileIds.Count)).ToList();
        var kept = files.TakeLast(Math.Max(1, field.MaxFiles)).ToList();
        draft.Save(new JsonObject { [field.Id] = AnswerValues.Of(kept) }, now);
        await db.DropEvidenceAsync(draft.Id, [.. files.Except(kept).Select(f => f.Id)], cancellationToken);
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
