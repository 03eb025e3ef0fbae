using Project06.BuildingBlocks.Time;

namespace Project06.Steering.Domain;

/// <summary>A stretch of time up to now, and the earlier one of the same length it is compared with.</summary>
/// <param name="Code">As the address names it.</param>
/// <param name="From">First moment.</param>
/// <param name="To">Now.</param>
/// <param name="EarlierFrom">First moment of the earlier one.</param>
/// <param name="EarlierTo">Its end; never after <paramref name="From"/>.</param>
internal sealed record Period(
    string Code, DateTimeOffset From, DateTimeOffset To, DateTimeOffset EarlierFrom, DateTimeOffset EarlierTo)
{
    public const string Month = "month", Days30 = "30", Year = "year";

    public static readonly IReadOnlyList<string> Codes = [Month, Days30, Year];

    /// <summary>The period of a code; this month for an unknown one.</summary>
    public static Period Of(string? code, DateTimeOffset now)
    {
        var today = now.LegalDate();
        return code switch
        {
            Days30 => new Period(Days30, now.AddDays(-30), now, now.AddDays(-60), now.AddDays(-30)),
            Year => Since(Year, new DateOnly(today.Year, 1, 1), new DateOnly(today.Year - 1, 1, 1), now),
            _ => Since(Month, new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(-1), now),
        };
    }

    // The same number of days of the month or year before, so that the first of a month isn't held against a whole one.
    private static Period Since(string code, DateOnly start, DateOnly earlier, DateTimeOffset now)
    {
        var from = start.At(TimeOnly.MinValue);
        var earlierFrom = earlier.At(TimeOnly.MinValue);
        var earlierTo = earlierFrom + (now - from);
        return new Period(code, from, now, earlierFrom, earlierTo < from ? earlierTo : from);
    }
}
