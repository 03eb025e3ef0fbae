using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Jobs;

/// <summary>
/// Closes the volumes of a year that is over, as of 31 December, with the totals of events and pages (Law 60/2014 art. 59;
/// how pages are counted is unverified). A register nobody wrote in since is closed too, not only at its next entry.
/// </summary>
internal sealed class CloseBooks(CivilStatusDbContext db, TimeProvider clock) : IScheduledJob
{
    public const string Name = "civil-status.close-books";

    /// <summary>Every night: what one run leaves undone the next does.</summary>
    public const string Every = "0 5 0 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var year = clock.Today().Year;
        var over = await db.Books.Where(b => b.ClosedOn == null && b.Year < year).ToListAsync(cancellationToken);
        foreach (var book in over)
            book.Close(new DateOnly(book.Year, 12, 31), await db.EventsInAsync(book, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }
}
