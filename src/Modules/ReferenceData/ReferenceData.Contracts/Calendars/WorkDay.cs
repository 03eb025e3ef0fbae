namespace Project06.ReferenceData.Contracts;

/// <summary>Part of a day in which an office works, in ticks since midnight.</summary>
internal readonly record struct WorkSpan(long Opens, long Closes)
{
    public long Ticks => Closes - Opens;
}

/// <summary>One day of a compiled calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="Spans">When the office works, ascending; empty when it is closed.</param>
/// <param name="FullDay">Length of an ordinary working day in that week, in ticks.</param>
/// <param name="Note">Why the day differs from its weekday, if it does.</param>
internal sealed record WorkDay(DateOnly Date, WorkSpan[] Spans, long FullDay, CalendarDay? Note)
{
    public long Ticks { get; } = Spans.Sum(span => span.Ticks);

    public bool IsWorked => Spans.Length > 0;

    public long TicksBefore(long timeOfDay)
    {
        var ticks = 0L;
        foreach (var span in Spans)
            ticks += Math.Max(0, Math.Min(timeOfDay, span.Closes) - span.Opens);
        return ticks;
    }
}

/// <summary>One loaded year of a compiled calendar, with the working time before each of its days.</summary>
internal sealed class WorkYear
{
    private readonly WorkDay[] days;
    private readonly long[] before;

    public WorkYear(IEnumerable<WorkDay> year)
    {
        days = year.ToArray();
        before = new long[days.Length + 1];
        for (var i = 0; i < days.Length; i++)
            before[i + 1] = before[i] + days[i].Ticks;
    }

    public long Ticks => before[^1];

    public WorkDay this[DateOnly date] => days[date.DayOfYear - 1];

    public long TicksBefore(DateOnly date, long timeOfDay) =>
        before[date.DayOfYear - 1] + this[date].TicksBefore(timeOfDay);
}
