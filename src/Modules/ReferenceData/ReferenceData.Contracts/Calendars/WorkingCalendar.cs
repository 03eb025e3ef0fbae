using System.Collections.Frozen;
using Project06.BuildingBlocks.Time;

namespace Project06.ReferenceData.Contracts;

/// <summary>
/// The working time of one kind of office, in Asia/Ho_Chi_Minh. Pure and immutable. Every answer carries the
/// offset +07:00. Any computation that would have to look into a year that isn't loaded is refused with
/// <see cref="CalendarYearNotLoadedException"/>.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<int, WorkYear> years;

    private WorkingCalendar(string officeKind, FrozenDictionary<int, WorkYear> years)
    {
        OfficeKind = officeKind;
        this.years = years;
        Coverage = new CalendarCoverage(officeKind, [.. years.Keys.Order()]);
    }

    /// <summary>The kind of office.</summary>
    public string OfficeKind { get; }

    /// <summary>The years that are loaded.</summary>
    public CalendarCoverage Coverage { get; }

    /// <summary>Builds the calendar of one kind of office from rows.</summary>
    /// <param name="officeKind">One of <see cref="OfficeKinds"/>.</param>
    /// <param name="sessions">Weekly sessions; those of other kinds are ignored.</param>
    /// <param name="days">Closed and worked days; those of other kinds are ignored.</param>
    /// <param name="loadedYears">Years whose days are complete.</param>
    /// <exception cref="ArgumentException">The kind has no session, or its sessions overlap.</exception>
    public static WorkingCalendar Build(
        string officeKind,
        IEnumerable<WorkingSession> sessions,
        IEnumerable<CalendarDay> days,
        IEnumerable<int> loadedYears) =>
        new(officeKind, CalendarCompiler.Compile(officeKind, sessions, days, loadedYears));

    /// <summary>When a limit that began with a receipt is over, and why.</summary>
    /// <param name="receivedAt">The moment of receipt, in any offset.</param>
    /// <param name="limit">The limit of the procedure's version.</param>
    /// <exception cref="CalendarYearNotLoadedException">The count would enter a year that isn't loaded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit's amount isn't positive.</exception>
    public WorkingDeadline Deadline(DateTimeOffset receivedAt, TimeLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (limit.Unit != TimeLimitUnit.SameWorkingDay)
            ArgumentOutOfRangeException.ThrowIfLessThan(limit.Amount, 1, nameof(limit));
        return new DeadlineCount(this, receivedAt.InVietnam(), limit).Run();
    }

    /// <summary>The moment at which so much working time has passed; exactly at closing time if it ends there.</summary>
    /// <param name="from">The beginning, in any offset; time outside sessions counts as nothing.</param>
    /// <param name="working">Working time to add; zero gives the beginning itself.</param>
    /// <exception cref="CalendarYearNotLoadedException">The count would enter a year that isn't loaded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The working time is negative.</exception>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan working)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(working, TimeSpan.Zero);
        var local = from.InVietnam();
        var day = Day(DateOnly.FromDateTime(local.DateTime));
        if (working == TimeSpan.Zero)
            return local;

        var left = working.Ticks;
        for (var clock = local.TimeOfDay.Ticks; ; day = Day(day.Date.AddDays(1)), clock = 0)
            foreach (var span in day.Spans)
            {
                var begin = Math.Max(clock, span.Opens);
                if (begin >= span.Closes)
                    continue;
                if (left <= span.Closes - begin)
                    return At(day.Date, begin + left);
                left -= span.Closes - begin;
            }
    }

    /// <summary>Working time between two moments; negative when <paramref name="to"/> is the earlier one (overdue by so much).</summary>
    /// <param name="from">First moment, in any offset.</param>
    /// <param name="to">Second moment, in any offset.</param>
    /// <exception cref="CalendarYearNotLoadedException">A year from the first to the second moment isn't loaded.</exception>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from)
            return -WorkingTimeBetween(to, from);

        var (first, last) = (from.InVietnam(), to.InVietnam());
        var ticks = TicksBefore(last) - TicksBefore(first);
        for (var year = first.Year; year < last.Year; year++)
            ticks += Year(year).Ticks;
        return new TimeSpan(ticks);
    }

    /// <summary>Whether the office works on that day at all.</summary>
    /// <param name="date">A day in Viet Nam.</param>
    /// <exception cref="CalendarYearNotLoadedException">The year isn't loaded.</exception>
    public bool IsWorkingDay(DateOnly date) => Day(date).IsWorked;

    /// <summary>Opening hours on that day, in order; empty when closed.</summary>
    /// <param name="date">A day in Viet Nam.</param>
    /// <exception cref="CalendarYearNotLoadedException">The year isn't loaded.</exception>
    public IReadOnlyList<(TimeOnly Opens, TimeOnly Closes)> Sessions(DateOnly date) =>
        [.. Day(date).Spans.Select(span => (new TimeOnly(span.Opens), new TimeOnly(span.Closes)))];

    /// <summary>Why that day differs from its weekday; null if it doesn't.</summary>
    /// <param name="date">A day in Viet Nam.</param>
    /// <exception cref="CalendarYearNotLoadedException">The year isn't loaded.</exception>
    public CalendarDay? Note(DateOnly date) => Day(date).Note;

    internal static DateTimeOffset At(DateOnly date, long timeOfDay) => date.At(new TimeOnly(timeOfDay));

    internal WorkDay Day(DateOnly date) => Year(date.Year)[date];

    private WorkYear Year(int year) =>
        years.TryGetValue(year, out var loaded) ? loaded : throw new CalendarYearNotLoadedException(year, OfficeKind);

    private long TicksBefore(DateTimeOffset local) =>
        Year(local.Year).TicksBefore(DateOnly.FromDateTime(local.DateTime), local.TimeOfDay.Ticks);
}
