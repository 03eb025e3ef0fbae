using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Desk;

/// <summary>How much of its time a dossier has left, for a tag.</summary>
/// <param name="Kind">due, late, ok or plain.</param>
internal sealed record TimeLeft(string Kind, string Text);

/// <summary>Working time in words: hours when less than a working day is left, else days.</summary>
internal sealed class TimeLeftWords(ReferenceBook reference, TimeProvider clock, IStringLocalizer<DeskTexts> texts)
{
    private readonly Dictionary<string, TimeSpan> fullDays = [];

    public TimeLeft Of(Procedure procedure, DateTimeOffset promisedAt, bool paused, DateTimeOffset? endedAt)
    {
        if (endedAt is { } ended)
            return ended <= promisedAt ? new TimeLeft("ok", texts["left.ended-in-time"]) : new TimeLeft("late", texts["left.ended-late"]);
        return paused ? new TimeLeft("plain", texts["left.paused"]) : Until(promisedAt, reference.Current.Calendar(procedure.Offices.Deciding.CalendarKind));
    }

    /// <summary>What an office of this kind has left to answer another, by its own calendar.</summary>
    public TimeLeft OfOffice(string kind, DateTimeOffset due, DateTimeOffset? endedAt) => endedAt is not null
        ? new TimeLeft("ok", texts["opinion.closed"])
        : Until(due, Opinions.AskOpinionHandler.CalendarOf(kind, reference));

    private TimeLeft Until(DateTimeOffset promisedAt, WorkingCalendar calendar)
    {
        var now = clock.GetUtcNow();
        try
        {
            var left = calendar.WorkingTimeBetween(now, promisedAt);
            return promisedAt < now ? Late(-left, calendar, now) : Open(left, promisedAt, calendar, now);
        }
        catch (CalendarYearNotLoadedException)
        {
            return new TimeLeft(promisedAt < now ? "late" : "plain", promisedAt.LegalDate().Written());
        }
    }

    private TimeLeft Open(TimeSpan left, DateTimeOffset promisedAt, WorkingCalendar calendar, DateTimeOffset now)
    {
        var day = FullDay(calendar, now);
        var urgent = left < day || promisedAt.LegalDate() == now.LegalDate();
        return new TimeLeft(urgent ? "due" : "plain", left < day ? Hours("left.hours", "left.minutes", left) : Whole("left.day", "left.days", Days(left, day)));
    }

    private TimeLeft Late(TimeSpan by, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (by < TimeSpan.FromMinutes(1))
            return new TimeLeft("late", texts["left.late"]);
        var day = FullDay(calendar, now);
        return new TimeLeft("late", by < day ? Hours("left.late-hours", "left.late-minutes", by) : Whole("left.late-day", "left.late-days", Days(by, day)));
    }

    private string Hours(string hours, string minutes, TimeSpan time) =>
        time < TimeSpan.FromHours(1) ? texts[minutes, Math.Max(1, (int)time.TotalMinutes)] : texts[hours, (int)time.TotalHours];

    private string Whole(string one, string many, int days) => days == 1 ? texts[one] : texts[many, days];

    private static int Days(TimeSpan time, TimeSpan day) => Math.Max(1, (int)(time / day));

    private TimeSpan FullDay(WorkingCalendar calendar, DateTimeOffset now)
    {
        if (!fullDays.TryGetValue(calendar.OfficeKind, out var day))
            fullDays[calendar.OfficeKind] = day = calendar.Deadline(now, new TimeLimit(1, TimeLimitUnit.WorkingDay)).WorkingTime;
        return day;
    }
}
