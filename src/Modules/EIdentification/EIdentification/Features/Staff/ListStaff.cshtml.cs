using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Features.Staff;

/// <summary>Who serves where, as what, from when to when; who did, where that is asked for.</summary>
internal sealed class ListStaffModel(EIdentificationDbContext db, StaffGround ground, TimeProvider clock) : PageModel
{
    private const int MostPast = 100;

    internal sealed record Line(Post Post, string Name, Guid PersonId);

    internal sealed record Group(DatedOrganisation Organisation, IReadOnlyList<Line> Held, int Ended, IReadOnlyList<Line> Past);

    [BindProperty(SupportsGet = true)] public string? Done { get; set; }
    /// <summary>The organisation whose past posts are shown.</summary>
    [BindProperty(SupportsGet = true)] public string? History { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var organisations = await ground.OrganisationsAsync(User.Actor(), cancellationToken);
        var codes = organisations.Select(o => o.Code).ToList();
        var open = await LinesAsync(db.Posts.Where(p => codes.Contains(p.OrganisationCode)
            && (p.ValidTo == null || (Now < p.ValidTo && p.ValidFrom < p.ValidTo))), cancellationToken);
        var past = codes.Contains(History ?? "")
            ? await LinesAsync(db.Posts.Where(p => p.OrganisationCode == History && (p.ValidTo <= Now || p.ValidTo <= p.ValidFrom))
                .OrderByDescending(p => p.ValidTo).Take(MostPast), cancellationToken)
            : [];
        var ended = await db.Posts.Where(p => codes.Contains(p.OrganisationCode) && (p.ValidTo <= Now || p.ValidTo <= p.ValidFrom))
            .GroupBy(p => p.OrganisationCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        await db.RecordAccessAsync(StaffGround.Access(User.Actor()),
            open.Concat(past).Select(l => new PersonShown(l.PersonId, [PersonFields.Name])), cancellationToken);
        Groups = [.. organisations.Select(o => new Group(o, [.. open.Where(l => l.Post.OrganisationCode == o.Code)],
            o.Code == History ? 0 : ended.GetValueOrDefault(o.Code), [.. past.Where(l => l.Post.OrganisationCode == o.Code)]))];
    }

    private async Task<List<Line>> LinesAsync(IQueryable<Post> posts, CancellationToken cancellationToken) => await (
        from post in posts.AsNoTracking()
        join account in db.Accounts on post.AccountId equals account.Id
        orderby post.Role, post.ValidFrom
        select new Line(post, account.DisplayName, account.PersonId)).ToListAsync(cancellationToken);
}
