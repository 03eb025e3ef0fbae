namespace Project06.ReferenceData.Contracts;

/// <summary>One run through a calendar from a receipt to its due date, writing down why.</summary>
internal sealed class DeadlineCount(WorkingCalendar calendar, DateTimeOffset received, TimeLimit limit)
{
    private readonly List<DeadlineStep> trace = new(8);
    private bool breakTold;

    public WorkingDeadline Run()
    {
        trace.Add(new DeadlineStep(DeadlineStepKind.Received, received));
        var (day, clock) = FindStart();
        var from = WorkingCalendar.At(day.Date, clock);
        if (from != received)
            trace.Add(new DeadlineStep(DeadlineStepKind.CountingStarts, from));

        var total = limit.Unit switch
        {
            TimeLimitUnit.SameWorkingDay => day.Ticks - day.TicksBefore(clock),
            TimeLimitUnit.WorkingDay => limit.Amount * day.FullDay,
            TimeLimitUnit.CalendarDay => calendar.WorkingTimeBetween(from, ClosingOn(day.Date.AddDays(limit.Amount))).Ticks,
            _ => limit.Amount * TimeSpan.TicksPerHour,
        };
        var due = CountOff(day, clock, total);
        trace.Add(new DeadlineStep(DeadlineStepKind.Due, due));
        return new WorkingDeadline(received, from, due, new TimeSpan(total), trace);
    }

    private DateTimeOffset ClosingOn(DateOnly date)
    {
        var day = calendar.Day(date);
        while (!day.IsWorked)
            day = calendar.Day(day.Date.AddDays(1));
        return WorkingCalendar.At(day.Date, day.Spans[^1].Closes);
    }

    private (WorkDay Day, long Clock) FindStart()
    {
        var day = calendar.Day(DateOnly.FromDateTime(received.DateTime));
        var clock = received.TimeOfDay.Ticks;
        TellWorked(day);

        // "After 15:00" begins with the first moment past 15:00:00; 15:00 itself still counts today.
        if (day.IsWorked && limit.CutOff is { } cutOff && clock > cutOff.Ticks)
        {
            trace.Add(new DeadlineStep(DeadlineStepKind.CutOffApplied, WorkingCalendar.At(day.Date, cutOff.Ticks)));
            return NextOpening(day);
        }

        foreach (var span in day.Spans)
            if (clock < span.Closes)
            {
                if (clock < span.Opens)
                    trace.Add(new DeadlineStep(DeadlineStepKind.OutsideHours, received));
                return (day, Math.Max(clock, span.Opens));
            }

        if (day.IsWorked)
            trace.Add(new DeadlineStep(DeadlineStepKind.OutsideHours, received));
        else
            TellClosed(day);
        return NextOpening(day);
    }

    private (WorkDay Day, long Clock) NextOpening(WorkDay day)
    {
        var next = NextWorked(day);
        return (next, next.Spans[0].Opens);
    }

    private DateTimeOffset CountOff(WorkDay day, long clock, long left)
    {
        while (true)
        {
            var (begin, counted) = (clock, 0L);
            for (var i = 0; i < day.Spans.Length; i++)
            {
                var span = day.Spans[i];
                var opens = Math.Max(clock, span.Opens);
                if (opens >= span.Closes)
                    continue;
                if (counted > 0)
                    TellBreak(day, day.Spans[i - 1].Closes, span.Opens);

                var here = Math.Min(left, span.Closes - opens);
                left -= here;
                counted += here;
                if (left > 0)
                    continue;
                var due = WorkingCalendar.At(day.Date, opens + here);
                TellCounted(WorkingCalendar.At(day.Date, begin), due, counted);
                return due;
            }
            TellCounted(WorkingCalendar.At(day.Date, begin), WorkingCalendar.At(day.Date, day.Spans[^1].Closes), counted);
            day = NextWorked(day);
            clock = day.Spans[0].Opens;
        }
    }

    private WorkDay NextWorked(WorkDay day)
    {
        while (true)
        {
            day = calendar.Day(day.Date.AddDays(1));
            if (day.IsWorked)
            {
                TellWorked(day);
                return day;
            }
            TellClosed(day);
        }
    }

    private void TellCounted(DateTimeOffset begin, DateTimeOffset end, long ticks) =>
        trace.Add(new DeadlineStep(DeadlineStepKind.Counted, begin, end, Counted: new TimeSpan(ticks)));

    private void TellBreak(WorkDay day, long begins, long ends)
    {
        if (breakTold || begins == ends)
            return;
        breakTold = true;
        trace.Add(new DeadlineStep(DeadlineStepKind.BreakSkipped, WorkingCalendar.At(day.Date, begins), WorkingCalendar.At(day.Date, ends)));
    }

    private void TellWorked(WorkDay day)
    {
        if (day.Note is { Kind: CalendarDayKind.Worked } note)
            trace.Add(new DeadlineStep(DeadlineStepKind.SwappedDayWorked, WorkingCalendar.At(day.Date, 0), Day: note));
    }

    private void TellClosed(WorkDay day)
    {
        var (begin, end) = (WorkingCalendar.At(day.Date, 0), WorkingCalendar.At(day.Date.AddDays(1), 0));
        if (day.Note is { } note)
            trace.Add(new DeadlineStep(DeadlineStepKind.ClosedDay, begin, end, note));
        else if (trace[^1].Kind == DeadlineStepKind.WeeklyRest)
            trace[^1] = trace[^1] with { Until = end };
        else
            trace.Add(new DeadlineStep(DeadlineStepKind.WeeklyRest, begin, end));
    }
}
