using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>Takes up the open draft of a procedure, or begins one.</summary>
internal sealed record StartDraft(string ProcedureCode, Actor Actor) : IRequest<Guid>;

internal sealed class StartDraftHandler(PublicServicesDbContext db, ProcedureBook procedures, TimeProvider clock)
    : IRequestHandler<StartDraft, Guid>
{
    public async Task<Guid> Handle(StartDraft command, CancellationToken cancellationToken)
    {
        var procedure = procedures.Find(command.ProcedureCode, clock.Today()) ?? throw new NotFoundException("procedure");
        var open = await db.Drafts.AsNoTracking()
            .Where(d => d.ApplicantId == command.Actor.PersonId && d.ProcedureCode == procedure.Code && d.FiledAt == null)
            .OrderByDescending(d => d.SavedAt).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancellationToken);
        if (open is { } id)
            return id;

        var now = clock.GetUtcNow();
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(now),
            ProcedureCode = procedure.Code,
            ProcedureVersion = procedure.Version,
            ContentHash = procedure.ContentHash,
            ApplicantId = command.Actor.PersonId,
            StartedAt = now,
        };
        draft.Save(new JsonObject(), now);
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
