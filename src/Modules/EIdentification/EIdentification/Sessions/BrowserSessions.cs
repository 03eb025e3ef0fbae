using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Sessions;

/// <summary>
/// Reads and changes sessions. The session is read at each request by its key; only posts are remembered, under the
/// version that every change of them counts up: what was ended anywhere is ended everywhere at the next request.
/// </summary>
internal sealed class BrowserSessions(
    EIdentificationDbContext db, IMemoryCache cache, TimeProvider clock, IOptions<EIdentificationOptions> options)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5), SeenEvery = TimeSpan.FromSeconds(30);

    /// <summary>Starts a session and ends the one it takes the place of.</summary>
    public async Task<Session> OpenAsync(
        Guid accountId, bool shared, SecondFactor factor, string device, string language, Guid? replaces, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            CreatedAt = now,
            LastSeenAt = now,
            Shared = shared,
            Factor = factor,
            Device = device,
        };
        db.Sessions.Add(session);
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
        account.Language = language;
        await db.SaveChangesAsync(cancellationToken);
        if (replaces is { } old)
            await EndAsync(old, null, cancellationToken);
        return session;
    }

    /// <summary>The session as it stands now: locked when nobody used it for too long; null when it doesn't exist or is over.</summary>
    public async Task<SessionState?> UseAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await FindAsync(sessionId, cancellationToken);
        if (state is null || state.IsOver(now))
            return null;
        if (state.LockedAt is not null)
            return state;
        if (now - state.LastSeenAt >= state.IdleLimit(options.Value, now))
        {
            await LockAsync(sessionId, cancellationToken);
            return state with { LockedAt = now };
        }
        if (now - state.LastSeenAt >= SeenEvery)
        {
            await db.Sessions.Where(s => s.Id == sessionId && s.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
        }
        return state;
    }

    public async Task LockAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Id == sessionId && s.LockedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LockedAt, now), cancellationToken);
    }

    public async Task UnlockAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.LockedAt, (DateTimeOffset?)null).SetProperty(s => s.LastSeenAt, now), cancellationToken);
    }

    /// <summary>Ends a session; with an account, only if it is that account's. Says whether there was one to end.</summary>
    public async Task<bool> EndAsync(Guid sessionId, Guid? ofAccount, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Sessions
            .Where(s => s.Id == sessionId && s.EndedAt == null && (ofAccount == null || s.AccountId == ofAccount))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken) == 1;
    }

    /// <summary>Ends all sessions of an account but one; says how many were open.</summary>
    public Task<int> EndAllAsync(Guid accountId, Guid? except, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = now - Session.LongestLife;
        return db.Sessions
            .Where(s => s.AccountId == accountId && s.EndedAt == null && s.CreatedAt > oldest && s.Id != except)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
    }

    private async Task<SessionState?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var found = await (
            from session in db.Sessions
            where session.Id == sessionId
            join account in db.Accounts on session.AccountId equals account.Id
            where account.ClosedAt == null
            select new
            {
                State = new SessionState(
                    session.Id, account.Id, account.PersonId, account.Number, account.DisplayName, account.Salutation, session.Shared,
                    session.CreatedAt, session.LastSeenAt, session.LockedAt, session.EndedAt, account.PasswordHash != null, new List<DatedPost>()),
                account.RightsVersion,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : found.State with { Posts = await PostsAsync(found.State.AccountId, found.RightsVersion, cancellationToken) };
    }

    private async Task<IReadOnlyList<DatedPost>> PostsAsync(Guid accountId, long version, CancellationToken cancellationToken)
    {
        var key = (typeof(BrowserSessions), accountId, version);
        if (cache.TryGetValue<List<DatedPost>>(key, out var remembered))
            return remembered!;
        var posts = await (
            from post in db.Posts
            where post.AccountId == accountId
            join organisation in db.Organisations on post.OrganisationCode equals organisation.Code
            orderby post.ValidFrom, post.Id
            select new DatedPost(
                new ActorPost(post.Role, organisation.Code, organisation.Kind, organisation.Name, organisation.UnitCode, post.DeputyFor != null),
                post.ValidFrom, post.ValidTo))
            .ToListAsync(cancellationToken);
        return cache.Set(key, posts, Remembered);
    }
}
