using System.Collections.Frozen;

namespace Project06.ReferenceData.Contracts;

/// <summary>Turns the rows of the calendar tables into one <see cref="WorkDay"/> for each day of the loaded years.</summary>
internal static class CalendarCompiler
{
    public static FrozenDictionary<int, WorkYear> Compile(
        string officeKind,
        IEnumerable<WorkingSession> sessions,
        IEnumerable<CalendarDay> days,
        IEnumerable<int> years)
    {
        var week = sessions.Where(session => session.OfficeKind == officeKind).ToArray();
        if (week.Length == 0)
            throw new ArgumentException($"No working sessions for {officeKind}.", nameof(sessions));

        // What is said of one kind of office goes before what is said of all.
        var notes = days
            .Where(day => day.OfficeKind is null || day.OfficeKind == officeKind)
            .GroupBy(day => day.Date)
            .ToDictionary(group => group.Key, group => group.OrderBy(day => day.OfficeKind is null).First());

        return years.Distinct().ToFrozenDictionary(year => year, year => new WorkYear(
            Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
                .Select(offset => CompileDay(new DateOnly(year, 1, 1).AddDays(offset), week, notes))));
    }

    private static WorkDay CompileDay(DateOnly date, WorkingSession[] week, Dictionary<DateOnly, CalendarDay> notes)
    {
        var note = notes.GetValueOrDefault(date);
        var spans = note switch
        {
            { Kind: CalendarDayKind.Closed } => [],
            // A worked rest day keeps the hours of the day it was exchanged with, and its own where it has any.
            { Kind: CalendarDayKind.Worked } => Merge(
                SpansOf(week, date, date.DayOfWeek),
                SpansOf(week, date, note.RelatedDate?.DayOfWeek ?? DayOfWeek.Monday)),
            _ => SpansOf(week, date, date.DayOfWeek),
        };
        var fullDay = Enum.GetValues<DayOfWeek>().Max(day => SpansOf(week, date, day).Sum(span => span.Ticks));
        return new WorkDay(date, spans, fullDay, note);
    }

    private static WorkSpan[] SpansOf(WorkingSession[] week, DateOnly date, DayOfWeek day)
    {
        var spans = week
            .Where(session => session.Day == day)
            .Where(session => (session.ValidFrom is null || session.ValidFrom <= date) && (session.ValidTo is null || date <= session.ValidTo))
            .Select(session => new WorkSpan(session.Opens.Ticks, session.Closes.Ticks))
            .OrderBy(span => span.Opens)
            .ToArray();
        for (var i = 0; i < spans.Length; i++)
            if (spans[i].Ticks <= 0 || (i > 0 && spans[i].Opens < spans[i - 1].Closes))
                throw new ArgumentException($"Sessions on {day} overlap or end before they begin ({date:yyyy-MM-dd}).");
        return spans;
    }

    private static WorkSpan[] Merge(WorkSpan[] some, WorkSpan[] others)
    {
        var merged = new List<WorkSpan>();
        foreach (var span in some.Concat(others).OrderBy(span => span.Opens))
        {
            if (merged.Count > 0 && span.Opens < merged[^1].Closes)
                merged[^1] = merged[^1] with { Closes = Math.Max(merged[^1].Closes, span.Closes) };
            else
                merged.Add(span);
        }
        return [.. merged];
    }
}
