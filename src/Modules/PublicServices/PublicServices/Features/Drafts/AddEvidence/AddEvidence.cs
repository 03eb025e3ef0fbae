using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Keeps an uploaded paper with a draft, once it could be turned into plain pictures.</summary>
internal sealed record AddEvidence(Guid DraftId, string FieldId, string Name, byte[] Content, Actor Actor) : IRequest<Result<Guid>>
{
    /// <summary>Reads at most one byte more than is allowed: a larger file needn't arrive whole to be refused.</summary>
    public static async Task<AddEvidence> FromAsync(Guid draft, IFormFile upload, Actor actor, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (upload.Length <= 64 << 20)
            await upload.CopyToAsync(content, cancellationToken);
        var name = Path.GetFileName(upload.FileName);
        return new AddEvidence(draft, upload.Name, name.Length > 80 ? name[^80..] : name, content.ToArray(), actor);
    }
}

internal sealed class AddEvidenceHandler(
    PublicServicesDbContext db, ProcedureBook procedures, PictureConverter converter, TimeProvider clock, IStringLocalizer<Texts> texts)
    : IRequestHandler<AddEvidence, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddEvidence command, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.SingleOrDefaultAsync(
                d => d.Id == command.DraftId && d.ApplicantId == command.Actor.PersonId, cancellationToken)
            ?? throw new NotFoundException("draft");
        if (draft.FiledAt is not null && !await IsSupplementAskedAsync(draft.Id, cancellationToken))
            throw new NotFoundException("draft");
        var procedure = procedures.Get(draft.ProcedureCode, draft.ProcedureVersion);
        if (procedure.Fields.GetValueOrDefault(command.FieldId) is not { Type: FieldType.File } field)
            throw new NotFoundException("field");

        var outcome = await converter.ConvertAsync(command.Content, cancellationToken);
        if (outcome is ConversionOutcome.Refused refused)
            return new Error($"evidence.{refused.Problem}", texts[$"evidence.{refused.Problem}", field.MaxMegabytes], field.Id);

        var converted = (ConversionOutcome.Converted)outcome;
        var now = clock.GetUtcNow();
        var original = db.AddFile(command.Content, UploadSignature.MediaType(converted.Kind), now);
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
        db.Add(evidence);
        var files = (draft.Answers[field.Id] as JsonArray)?.DeepClone().AsArray() ?? [];
        while (files.Count >= field.MaxFiles)
            files.RemoveAt(0);
        files.Add((JsonNode)new JsonObject { ["fileId"] = evidence.Id.ToString(), ["name"] = evidence.Name, ["pages"] = evidence.PageFileIds.Count });
        draft.Save(new JsonObject { [field.Id] = files }, now);
        await db.SaveChangesAsync(cancellationToken);
        return evidence.Id;
    }

    private Task<bool> IsSupplementAskedAsync(Guid dossier, CancellationToken cancellationToken) =>
        db.Dossiers.AnyAsync(d => d.Id == dossier && d.State == DossierLifecycle.SupplementRequested, cancellationToken);
}

/// <summary>Takes a paper back out of a draft.</summary>
internal sealed record RemoveEvidence(Guid DraftId, Guid EvidenceId, Actor Actor) : IRequest<Unit>;

internal sealed class RemoveEvidenceHandler(PublicServicesDbContext db, TimeProvider clock) : IRequestHandler<RemoveEvidence, Unit>
{
    public async Task<Unit> Handle(RemoveEvidence command, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.SingleOrDefaultAsync(
                d => d.Id == command.DraftId && d.ApplicantId == command.Actor.PersonId && d.FiledAt == null, cancellationToken)
            ?? throw new NotFoundException("draft");
        var evidence = await db.Evidence.SingleOrDefaultAsync(e => e.Id == command.EvidenceId && e.DraftId == draft.Id, cancellationToken)
            ?? throw new NotFoundException("evidence");
        var left = (draft.Answers[evidence.FieldId] as JsonArray ?? []).OfType<JsonObject>()
            .Where(f => f["fileId"]?.ToString() != evidence.Id.ToString()).Select(f => f.DeepClone()).ToArray();
        draft.Save(new JsonObject { [evidence.FieldId] = left.Length == 0 ? null : new JsonArray(left) }, clock.GetUtcNow());
        db.Remove(evidence);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
