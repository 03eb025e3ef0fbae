using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;

namespace Project06.EIdentification.Features.OnDeath;

/// <summary>
/// A death closes the account (Decree 69/2024/NĐ-CP: locked on death), ends its sessions, the codes on their way, and the
/// posts held. What was there stays in the rows, so that a wrong registration can be undone.
/// </summary>
internal sealed class OnDeathRegistered(EIdentificationDbContext db, AccountChronicle chronicle, TimeProvider clock) : IEventHandler<DeathRegistered>
{
    public async Task HandleAsync(DeathRegistered happened, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.Deaths.AnyAsync(d => d.EntryId == happened.DeathEntryId, cancellationToken))
            return;
        var now = clock.GetUtcNow();
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.PersonId == happened.PersonId, cancellationToken);
        var closes = account is { ClosedAt: null };
        var sessions = closes ? await EndSessionsAsync(account!.Id, now, cancellationToken) : 0;
        var posts = closes ? await EndPostsAsync(account!, happened.DeathEntryId, now, cancellationToken) : 0;
        if (closes)
        {
            account!.Close(happened.DeathEntryId, now);
            foreach (var activation in await db.Activations.Where(a => a.AccountId == account.Id && a.FinishedAt == null && a.DiedAt == null).ToListAsync(cancellationToken))
                activation.DiedAt = now;
            chronicle.Write(account.Id, HistoryKinds.Closed);
            db.Raise(new AccountClosed(account.Id, account.PersonId, account.UnitCode, now));
        }
        db.Deaths.Add(new DeathRecord
        {
            EntryId = happened.DeathEntryId, PersonId = happened.PersonId, AccountId = closes ? account!.Id : null, EndedAt = now,
            Sessions = sessions, Posts = posts,
        });
        Report(ConsequenceKinds.Account, closes ? 1 : 0);
        Report(ConsequenceKinds.Sessions, sessions);
        Report(ConsequenceKinds.Powers, posts);

        void Report(string kind, int count) => db.Raise(new DeathConsequenceRecorded(
            happened.DeathEntryId, happened.PersonId, kind, count > 0 ? ConsequenceState.Done : ConsequenceState.Nothing, count, null, now));
    }

    private async Task<int> EndSessionsAsync(Guid accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = now - Session.LongestLife;
        var open = await db.Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null && s.CreatedAt > oldest).ToListAsync(cancellationToken);
        foreach (var session in open)
            session.End(now);
        return open.Count;
    }

    // With those who stand in for them: a deputy's post stands on the leader's.
    private async Task<int> EndPostsAsync(Account account, Guid entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = (await db.Posts.Where(p => p.AccountId == account.Id).ToListAsync(cancellationToken)).Where(p => p.IsOpenAt(now)).ToList();
        var ids = held.Select(p => p.Id).ToList();
        var deputies = await db.Posts.Where(p => p.DeputyFor != null && ids.Contains(p.DeputyFor.Value)).ToListAsync(cancellationToken);
        foreach (var post in held.Concat(deputies.Where(d => d.IsOpenAt(now))).DistinctBy(p => p.Id))
            post.EndByDeath(entry, now);
        return held.Count;
    }
}
