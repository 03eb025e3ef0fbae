using System.Globalization;
using System.Linq.Expressions;
using System.Security.Claims;
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

namespace Project06.CivilStatus.Features.Registers;

/// <summary>A year's book of a commune as its keepers read it: searched, page by page, every name shown on the ledger.</summary>
internal abstract class BookModel<TEntry>(CivilStatusDbContext db, TimeProvider clock) : PageModel
    where TEntry : class, IRegisterEntry
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

    // The pager fills in {0}; braces of a search must not look like another place to fill.
    public string PageHref => $"?unit={Post.UnitCode}&year={Year}&q={Uri.EscapeDataString(Q ?? "")}&page={{0}}";

    /// <summary>Entries that nobody has signed yet.</summary>
    protected abstract Expression<Func<TEntry, bool>> IsWaiting { get; }

    /// <summary>Entries about somebody whose name, without tones, has this in it.</summary>
    protected abstract Expression<Func<TEntry, bool>> Names(string folded);

    /// <summary>Counts the book and chooses the page; answers the page's entries.</summary>
    protected async Task<IQueryable<TEntry>> OpenAsync(int? year, int? page, CancellationToken cancellationToken)
    {
        Post = RegisterPosts.Choose(User, Unit) ?? throw new NotFoundException("register");
        Year = year is >= 1900 and <= 2200 ? year.Value : clock.Today().Year;
        var book = db.Set<TEntry>().AsNoTracking().Where(e => e.UnitCode == Post.UnitCode && e.Year == Year);
        var totals = await book.GroupBy(_ => 1).Select(g => new { All = g.Count(), Volumes = g.Max(e => e.Volume) }).SingleOrDefaultAsync(cancellationToken);
        (Total, Volumes) = (totals?.All ?? 0, totals?.Volumes ?? 0);
        Waiting = await book.CountAsync(IsWaiting, cancellationToken);

        var found = Matching(book);
        var count = await found.CountAsync(cancellationToken);
        Pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(page ?? 1, 1, Pages);
        Response.Headers.CacheControl = "no-store";
        return found.OrderByDescending(e => e.Number).Skip((PageNumber - 1) * PageSize).Take(PageSize);
    }

    /// <summary>Puts whom the page shows on the ledger, before it leaves.</summary>
    protected Task RecordAsync(IEnumerable<PersonShown> shown, CancellationToken cancellationToken) =>
        db.RecordAccessAsync(AccessContext.Official(User.Actor(), Post, AccessPurposes.Register), shown, cancellationToken);

    private IQueryable<TEntry> Matching(IQueryable<TEntry> book)
    {
        if (VietnameseText.Clean(Q) is not { } said)
            return book;
        return int.TryParse(said.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? book.Where(e => e.Number == number)
            : book.Where(Names(VietnameseText.Fold(said)));
    }
}

internal static class BookEntries
{
    /// <summary>One entry of a register the reader keeps.</summary>
    /// <exception cref="NotFoundException">They keep none, or it has no such number.</exception>
    public static async Task<(TEntry Entry, ActorPost Post)> FindInBookAsync<TEntry>(
        this CivilStatusDbContext db, ClaimsPrincipal user, int year, int number, string? unit, CancellationToken cancellationToken)
        where TEntry : class, IRegisterEntry
    {
        var post = RegisterPosts.Choose(user, unit) ?? throw new NotFoundException("register");
        return (await db.Set<TEntry>().AsNoTracking().SingleOrDefaultAsync(
                e => e.UnitCode == post.UnitCode && e.Year == year && e.Number == number, cancellationToken)
            ?? throw new NotFoundException("entry"), post);
    }
}
