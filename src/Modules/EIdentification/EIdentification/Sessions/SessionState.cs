using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Sessions;

/// <summary>A post as it was read, with its dates: whether it is held is asked at each request.</summary>
internal sealed record DatedPost(ActorPost Post, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo);

/// <summary>A session with the account behind it, as it is in the database.</summary>
internal sealed record SessionState(
    Guid SessionId, Guid AccountId, Guid PersonId, string Number, string Name, string Salutation, bool Shared,
    DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset? LockedAt, DateTimeOffset? EndedAt,
    bool HasPassword, IReadOnlyList<DatedPost> Posts)
{
    public bool IsOver(DateTimeOffset now) => EndedAt is not null || now - CreatedAt >= Session.LongestLife;

    public IReadOnlyList<ActorPost> PostsAt(DateTimeOffset now) =>
        [.. Posts.Where(p => p.ValidFrom <= now && (p.ValidTo is null || now < p.ValidTo)).Select(p => p.Post)];

    public TimeSpan IdleLimit(EIdentificationOptions options, DateTimeOffset now) => TimeSpan.FromMinutes(
        Shared ? options.SharedIdleMinutes : PostsAt(now).Count > 0 ? options.OfficialIdleMinutes : options.IdleMinutes);
}
