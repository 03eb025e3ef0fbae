using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.CivilStatus.Contracts;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;

namespace Project06.EIdentification.Features.OnDeath;

/// <summary>
/// The person lives: account, ways to sign in and posts are given back, both facts stay written. Sessions stay ended: the
/// owner signs in anew.
/// </summary>
internal sealed class OnDeathRegistrationRevoked(EIdentificationDbContext db, AccountChronicle chronicle, TimeProvider clock)
    : IEventHandler<DeathRegistrationRevoked>
{
    public async Task HandleAsync(DeathRegistrationRevoked happened, EventContext context, CancellationToken cancellationToken)
    {
        var record = await db.Deaths.SingleOrDefaultAsync(d => d.EntryId == happened.DeathEntryId, cancellationToken);
        if (record is not { RevokedAt: null })
            return;
        var now = clock.GetUtcNow();
        record.RevokedAt = now;
        var account = record.AccountId is { } id ? await db.Accounts.SingleAsync(a => a.Id == id, cancellationToken) : null;
        // Closed by this entry, and not by another that stands.
        var reopens = account is { ClosedAt: not null } && account.ClosedBy == happened.DeathEntryId;
        if (reopens)
        {
            account!.Reopen();
            chronicle.Write(account.Id, HistoryKinds.Reopened);
            db.Raise(new AccountReopened(account.Id, account.PersonId, account.UnitCode, now));
        }
        var posts = await db.Posts.Where(p => p.EndedByDeath == happened.DeathEntryId).ToListAsync(cancellationToken);
        foreach (var post in posts)
            post.Restore();
        Report(ConsequenceKinds.Account, record.AccountId is null ? null : reopens ? 1 : 0);
        Report(ConsequenceKinds.Sessions, record.Sessions == 0 ? null : 0);
        Report(ConsequenceKinds.Powers, record.Posts == 0 ? null : posts.Count(p => p.AccountId == record.AccountId));

        void Report(string kind, int? count) => db.Raise(new DeathConsequenceRecorded(happened.DeathEntryId, happened.PersonId, kind,
            count is null ? ConsequenceState.Nothing : ConsequenceState.Restored, count ?? 0, null, now));
    }
}
