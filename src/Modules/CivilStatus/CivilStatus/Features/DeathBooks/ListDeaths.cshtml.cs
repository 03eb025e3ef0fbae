using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.DeathBooks;

internal sealed class ListDeathsModel(CivilStatusDbContext db, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public int Year { get; private set; }
    public ActorPost Post { get; private set; } = null!;
    public int Total { get; private set; }
    public int Volumes { get; private set; }
    public int Waiting { get; private set; }
    public int PageNumber { get; private set; }
    public int Pages { get; private set; }
    public IReadOnlyList<DeathEntry> Rows { get; private set; } = [];

    // The pager fills in {0}; braces of a search must not look like another place to fill.
    public string PageHref => $"?unit={Post.UnitCode}&year={Year}&q={Uri.EscapeDataString(Q ?? "")}&page={{0}}";

    public async Task OnGetAsync(int? year, [FromQuery(Name = "page")] int? page, CancellationToken cancellationToken)
    {
        Post = RegisterPosts.Choose(User, Unit) ?? throw new NotFoundException("register");
        Year = year is >= 1900 and <= 2200 ? year.Value : clock.Today().Year;
        var book = db.DeathEntries.AsNoTracking().Where(e => e.UnitCode == Post.UnitCode && e.Year == Year);
        var totals = await book.GroupBy(_ => 1).Select(g => new
        {
            All = g.Count(),
            Volumes = g.Max(e => e.Volume),
            Waiting = g.Count(e => e.State == DeathEntryState.Written),
        }).SingleOrDefaultAsync(cancellationToken);
        (Total, Volumes, Waiting) = (totals?.All ?? 0, totals?.Volumes ?? 0, totals?.Waiting ?? 0);

        var found = Matching(book);
        var count = await found.CountAsync(cancellationToken);
        Pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(page ?? 1, 1, Pages);
        Rows = await found.OrderByDescending(e => e.Number).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        await db.RecordAccessAsync(
            AccessContext.Official(User.Actor(), Post, AccessPurposes.Register),
            Rows.Select(r => new PersonShown(r.DeceasedId, [PersonFields.Name])), cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }

    private IQueryable<DeathEntry> Matching(IQueryable<DeathEntry> book)
    {
        if (VietnameseText.Clean(Q) is not { } said)
            return book;
        if (int.TryParse(said.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return book.Where(e => e.Number == number);
        var folded = VietnameseText.Fold(said);
        return book.Where(e => e.DeceasedNameFolded.Contains(folded));
    }
}
