using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Sessions;

/// <summary>
/// Reads and changes sessions. What is open is remembered for a few seconds; what is locked or ended is always asked
/// again, so that an unlocking at one host counts at the next request to another.
/// </summary>
internal sealed class BrowserSessions(
    EIdentificationDbContext db, IMemoryCache cache, TimeProvider clock, IOptions<EIdentificationOptions> options)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5), SeenEvery = TimeSpan.FromSeconds(30);

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
            // What is remembered may be older than what another host has seen since.
            cache.Remove(KeyOf(sessionId));
            state = await FindAsync(sessionId, cancellationToken);
            if (state is null || state.IsOver(now))
                return null;
            if (state.LockedAt is null && now - state.LastSeenAt >= state.IdleLimit(options.Value, now))
            {
                await LockAsync(sessionId, cancellationToken);
                return state with { LockedAt = now };
            }
        }
        if (state.LockedAt is null && now - state.LastSeenAt >= SeenEvery)
        {
            await db.Sessions.Where(s => s.Id == sessionId && s.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellationToken);
            cache.Remove(KeyOf(sessionId));
        }
        return state;
    }

    public async Task LockAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Id == sessionId && s.LockedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LockedAt, now), cancellationToken);
        cache.Remove(KeyOf(sessionId));
    }

    public async Task UnlockAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.LockedAt, (DateTimeOffset?)null).SetProperty(s => s.LastSeenAt, now), cancellationToken);
        cache.Remove(KeyOf(sessionId));
    }

    /// <summary>Ends a session; with an account, only if it is that account's. Says whether there was one to end.</summary>
    public async Task<bool> EndAsync(Guid sessionId, Guid? ofAccount, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ended = await db.Sessions
            .Where(s => s.Id == sessionId && s.EndedAt == null && (ofAccount == null || s.AccountId == ofAccount))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        cache.Remove(KeyOf(sessionId));
        return ended == 1;
    }

    private async Task<SessionState?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue<SessionState>(KeyOf(sessionId), out var remembered))
            return remembered;

        var state = await (
            from session in db.Sessions
            where session.Id == sessionId
            join account in db.Accounts on session.AccountId equals account.Id
            select new SessionState(
                session.Id, account.Id, account.PersonId, account.Number, account.DisplayName, account.Salutation, session.Shared,
                session.CreatedAt, session.LastSeenAt, session.LockedAt, session.EndedAt, new List<DatedPost>()))
            .SingleOrDefaultAsync(cancellationToken);
        if (state is null)
            return null;
        var posts = await (
            from post in db.Posts
            where post.AccountId == state.AccountId
            join organisation in db.Organisations on post.OrganisationCode equals organisation.Code
            orderby post.ValidFrom, post.Id
            select new DatedPost(
                new ActorPost(post.Role, organisation.Code, organisation.Kind, organisation.Name, organisation.UnitCode),
                post.ValidFrom, post.ValidTo))
            .ToListAsync(cancellationToken);
        state = state with { Posts = posts };
        if (state.LockedAt is null && state.EndedAt is null)
            cache.Set(KeyOf(sessionId), state, Remembered);
        return state;
    }

    private static (Type, Guid) KeyOf(Guid sessionId) => (typeof(BrowserSessions), sessionId);
}
