using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.MyPapers;

/// <summary>
/// Puts a result of one of the applicant's dossiers into a draft of theirs as evidence: the file that its issuer signed and
/// keeps in force, asked of the issuer. Answers the draft's procedure.
/// </summary>
internal sealed record ReuseResult(Guid DraftId, string FieldId, Guid ResultId, Actor Actor) : IRequest<Result<string>>;

internal sealed class ReuseResultHandler(
    PublicServicesDbContext db, IEnumerable<IResultFiles> issuers, ProcedureBook procedures, PictureConverter converter, TimeProvider clock,
    IStringLocalizer<CitizenTexts> texts) : IRequestHandler<ReuseResult, Result<string>>
{
    public async Task<Result<string>> Handle(ReuseResult command, CancellationToken cancellationToken)
    {
        var me = command.Actor.PersonId;
        var path = await db.Results.Where(r => r.Id == command.ResultId && r.IsFinal && db.Dossiers.Any(d => d.Id == r.DossierId && d.ApplicantId == me))
                .Select(r => r.Path).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("result");
        var issuer = issuers.FirstOrDefault(i => i.Keeps(path)) ?? throw new NotFoundException("result");
        if (await issuer.FindAsync(path, me, cancellationToken) is not { } file)
            return new Error("result.not-in-force", texts["papers.not-in-force"]);
        if (await converter.ConvertAsync(file.Pdf, cancellationToken) is not ConversionOutcome.Converted converted)
            return new Error("result.not-shown", texts["papers.not-shown"]);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (draft, field) = await db.LockFileFieldAsync(procedures, command.DraftId, command.FieldId, me, clock.Today(), cancellationToken);
        var now = clock.GetUtcNow();
        var evidence = new Evidence
        {
            Id = Guid.CreateVersion7(now),
            DraftId = draft.Id,
            OwnerId = me,
            FieldId = field.Id,
            Name = file.Name,
            OriginalFileId = db.AddFile(file.Pdf, "application/pdf", now).Id,
            PageFileIds = [.. converted.Pages.Select(p => db.AddFile(p.Jpeg, "image/jpeg", now).Id)],
            AddedAt = now,
            ResultId = command.ResultId,
        };
        await db.AttachEvidenceAsync(draft, field, evidence, cancellationToken);
        db.Raise(new EvidenceReused(draft.Id, evidence.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return draft.ProcedureCode;
    }
}
