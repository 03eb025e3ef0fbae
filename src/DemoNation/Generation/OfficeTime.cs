namespace Project06.DemoNation.Generation;

/// <summary>Roughly when offices are open: enough for a plausible past, not the calendar that limits are counted by.</summary>
internal static class OfficeTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static bool Open(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && (date.Month, date.Day) is not ((1, 1) or (4, 30) or (5, 1) or (9, 2) or (11, 24))

            // The days around Tết 2026.
            && date is not { Year: 2026, Month: 2, Day: >= 14 and <= 22 };
    }

    public static int Next(int day)
    {
        do
        {
            day++;
        }
        while (!Open(day));
        return day;
    }

    public static int Previous(int day)
    {
        do
        {
            day--;
        }
        while (!Open(day));
        return day;
    }

    public static int AtOrBefore(int day) => Open(day) ? day : Previous(day);

    public static int AtOrAfter(int day) => Open(day) ? day : Next(day);

    /// <summary>07:45–11:30 or 13:30–16:45.</summary>
    public static int Minute(Rng rng) => rng.Chance(0.58) ? rng.Between(465, 690) : rng.Between(810, 1005);

    public static DateTimeOffset At(int day, int minute) =>
        new(DateOnly.FromDayNumber(day).ToDateTime(default).AddMinutes(minute), Offset);

    /// <summary>A working day after receipt; received after 15:00 counts from the next day.</summary>
    public static DateTimeOffset Due(int day, int minute) => minute > 900
        ? At(Next(Next(day)), 690)
        : At(Next(day), Math.Max(minute, 480));
}
