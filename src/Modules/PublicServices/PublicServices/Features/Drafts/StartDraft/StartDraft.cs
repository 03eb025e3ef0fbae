using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
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
        var now = clock.GetUtcNow();
        if (await FindOpenAsync(command, cancellationToken) is { } open)
            return await TakeUpAsync(open, command, cancellationToken);

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
        if (command.Actor.Helper is { } helper)
            draft.TakeUp(helper.VisitId);
        db.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return draft.Id;
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { ConstraintName: "uq_drafts_open" })
        {
            // The same page opened a moment ago in another tab.
            db.ChangeTracker.Clear();
            return await FindOpenAsync(command, cancellationToken) ?? throw new NotFoundException("draft");
        }
    }

    private async Task<Guid> TakeUpAsync(Guid open, StartDraft command, CancellationToken cancellationToken)
    {
        if (command.Actor.Helper is { } helper)
        {
            (await db.Drafts.SingleAsync(d => d.Id == open, cancellationToken)).TakeUp(helper.VisitId);
            await db.SaveChangesAsync(cancellationToken);
        }
        return open;
    }

    private Task<Guid?> FindOpenAsync(StartDraft command, CancellationToken cancellationToken) => db.Drafts.AsNoTracking()
        .Where(d => d.ApplicantId == command.Actor.PersonId && d.ProcedureCode == command.ProcedureCode && d.FiledAt == null)
        .Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancellationToken);
}
