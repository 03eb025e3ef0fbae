using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Keeps an uploaded paper with a draft, once it could be turned into plain pictures.</summary>
/// <param name="Content">Null: more than any procedure takes.</param>
internal sealed record AddEvidence(Guid DraftId, string FieldId, string Name, byte[]? Content, Actor Actor) : IRequest<Result<Guid>>
{
    private const int MostMegabytes = 16, LongestName = 80;

    /// <summary>A file that is larger than any procedure takes isn't read into memory to be refused.</summary>
    public static async Task<AddEvidence> FromAsync(Guid draft, IFormFile upload, Actor actor, CancellationToken cancellationToken)
    {
        byte[]? content = null;
        if (upload.Length <= MostMegabytes << 20)
        {
            content = new byte[upload.Length];
            await using var stream = upload.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellationToken);
        }
        var name = VietnameseText.Clean(Path.GetFileName(upload.FileName)) ?? upload.Name;
        return new AddEvidence(draft, upload.Name, name.Length > LongestName ? name[^LongestName..] : name, content, actor);
    }
}

internal sealed class AddEvidenceHandler(
    PublicServicesDbContext db, ProcedureBook procedures, PictureConverter converter, TimeProvider clock, IStringLocalizer<Texts> texts)
    : IRequestHandler<AddEvidence, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddEvidence command, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(
                d => d.Id == command.DraftId && d.ApplicantId == command.Actor.PersonId, cancellationToken)
            ?? throw new NotFoundException("draft");
        if (draft.FiledAt is not null && !await IsSupplementAskedAsync(draft.Id, cancellationToken))
            throw new NotFoundException("draft");
        var procedure = await VersionAsync(draft, cancellationToken);
        if (procedure.Fields.GetValueOrDefault(command.FieldId) is not { Type: FieldType.File } field)
            throw new NotFoundException("field");
        if (command.Content is not { } content || content.Length > field.MaxMegabytes << 20)
            return Refused(ConversionProblem.TooLarge, field);

        return await converter.ConvertAsync(content, cancellationToken) switch
        {
            ConversionOutcome.Converted converted => await KeepAsync(command, field, content, converted, cancellationToken),
            ConversionOutcome.Refused refused => Refused(refused.Problem, field),
            _ => throw new InvalidOperationException("A conversion ends in one of two ways."),
        };
    }

    // Converting takes its time, and answers are saved meanwhile: the draft is read anew, and locked.
    private async Task<Result<Guid>> KeepAsync(
        AddEvidence command, Field field, byte[] content, ConversionOutcome.Converted converted, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var draft = await db.LockDraftAsync(command.DraftId, command.Actor.PersonId, cancellationToken);
        if (draft.FiledAt is not null && !await IsSupplementAskedAsync(draft.Id, cancellationToken))
            throw new NotFoundException("draft");
        var now = clock.GetUtcNow();
        var original = db.AddFile(content, UploadSignature.MediaType(converted.Kind), now);
        var evidence = new Evidence
        {
            Id = Guid.CreateVersion7(now),
            DraftId = draft.Id,
            OwnerId = command.Actor.PersonId,
            FieldId = field.Id,
            Name = command.Name,
            OriginalFileId = original.Id,
            PageFileIds = [.. converted.Pages.Select(p => db.AddFile(p.Jpeg, "image/jpeg", now).Id)],
            AddedAt = now,
        };
        await db.AttachEvidenceAsync(draft, field, evidence, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return evidence.Id;
    }

    // The version whose form the citizen has before them: a filed dossier's own, else the one in force today.
    private async Task<Procedure> VersionAsync(Draft draft, CancellationToken cancellationToken)
    {
        var filed = await db.Dossiers.Where(d => d.Id == draft.Id).Select(d => (int?)d.ProcedureVersion).SingleOrDefaultAsync(cancellationToken);
        return filed is { } version
            ? procedures.Get(draft.ProcedureCode, version)
            : procedures.Find(draft.ProcedureCode, clock.Today()) ?? procedures.Get(draft.ProcedureCode, draft.ProcedureVersion);
    }

    private Error Refused(ConversionProblem problem, Field field) =>
        new($"evidence.{problem}", texts[$"evidence.{problem}", field.MaxMegabytes], field.Id);

    private Task<bool> IsSupplementAskedAsync(Guid dossier, CancellationToken cancellationToken) =>
        db.Dossiers.AnyAsync(d => d.Id == dossier && d.State == DossierLifecycle.SupplementRequested, cancellationToken);
}

/// <summary>Takes a paper back out of a draft.</summary>
internal sealed record RemoveEvidence(Guid DraftId, Guid EvidenceId, Actor Actor) : IRequest<Unit>;

internal sealed class RemoveEvidenceHandler(PublicServicesDbContext db, TimeProvider clock) : IRequestHandler<RemoveEvidence, Unit>
{
    public async Task<Unit> Handle(RemoveEvidence command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var draft = await db.LockDraftAsync(command.DraftId, command.Actor.PersonId, cancellationToken);
        if (draft.FiledAt is not null)
            throw new NotFoundException("draft");
        var field = await db.Evidence.Where(e => e.Id == command.EvidenceId && e.DraftId == draft.Id)
                .Select(e => e.FieldId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("evidence");
        var left = AnswerValues.Files(draft.Answers[field]).Where(f => f.Id != command.EvidenceId).ToList();
        draft.Save(new JsonObject { [field] = left.Count == 0 ? null : AnswerValues.Of(left) }, clock.GetUtcNow());
        await db.DropEvidenceAsync(draft.Id, [command.EvidenceId], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }
}

internal static class DroppedEvidence
{
    /// <summary>Deletes papers of a draft with their bytes, within the running transaction.</summary>
    public static async Task DropEvidenceAsync(
        this PublicServicesDbContext db, Guid draft, IReadOnlyCollection<Guid> papers, CancellationToken cancellationToken)
    {
        if (papers.Count == 0)
            return;
        var dropped = await db.Evidence.AsNoTracking().Where(e => e.DraftId == draft && papers.Contains(e.Id)).ToListAsync(cancellationToken);
        await db.RemoveFilesAsync([.. dropped.SelectMany(e => e.PageFileIds.Append(e.OriginalFileId))], cancellationToken);
        await db.Evidence.Where(e => e.DraftId == draft && papers.Contains(e.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
