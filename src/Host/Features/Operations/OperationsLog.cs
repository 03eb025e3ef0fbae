using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.Host.Data;

namespace Project06.Host.Features.Operations;

/// <summary>Who did what to events and jobs. Written before it is done: nothing is done that isn't written.</summary>
internal sealed class OperationsLog(HostDbContext db, TimeProvider clock)
{
    private const int Shown = 20;

    public async Task WriteAsync(
        Actor actor, OperationAction action, string target, Guid? eventId, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.Add(new OperationEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            AccountId = actor.AccountId,
            Organisation = actor.Posts is [var post, ..] ? post.OrganisationCode : null,
            Action = action,
            Target = target,
            EventId = eventId,
            Reason = reason,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<OperationEntry>> LatestAsync(CancellationToken cancellationToken) =>
        await db.OperationsLog.AsNoTracking().OrderByDescending(e => e.At).Take(Shown).ToListAsync(cancellationToken);
}
