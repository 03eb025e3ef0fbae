using Project06.ReferenceData.Contracts;
using static Project06.ReferenceData.Tests.ShippedData;

namespace Project06.ReferenceData.Tests.Calendars;

public sealed class WorkingTimeTests
{
    [Fact]
    public void PausedClock_ResumesWithWhatWasLeft()
    {
        var due = Office.Deadline(At("2026-11-16 09:00"), new TimeLimit(3, TimeLimitUnit.WorkingDay)).Due;

        var left = Office.WorkingTimeBetween(At("2026-11-17 12:20"), due);
        var resumed = Office.Add(At("2026-11-23 15:30"), left);

        Assert.Equal(At("2026-11-19 09:00"), due);
        Assert.Equal(TimeSpan.FromHours(13), left);
        // 1.5 h on Monday, nothing on the 24th, 8 h on Wednesday, 3.5 h on Thursday.
        Assert.Equal(At("2026-11-26 11:30"), resumed);
    }

    [Fact]
    public void WorkingTimeBetween_Backwards_IsNegative()
    {
        Assert.Equal(TimeSpan.FromHours(-2), Office.WorkingTimeBetween(At("2026-11-18 14:00"), At("2026-11-18 11:00")));
    }

    [Fact]
    public void WorkingTimeBetween_OverTheYearsEnd_AddsBothYears()
    {
        // Thursday 31 December afternoon and Monday 4 January morning; 1 January is closed.
        Assert.Equal(TimeSpan.FromHours(8), Office.WorkingTimeBetween(At("2026-12-31 12:30"), At("2027-01-04 12:30")));
    }

    [Fact]
    public void WorkingTimeBetween_IntoAnUnloadedYear_IsRefused()
    {
        Assert.Throws<CalendarYearNotLoadedException>(() => Office.WorkingTimeBetween(At("2027-12-31 08:00"), At("2028-01-01 08:00")));
        Assert.Throws<CalendarYearNotLoadedException>(() => Office.Add(At("2027-12-31 16:00"), TimeSpan.FromHours(2)));
        Assert.Throws<CalendarYearNotLoadedException>(() => Office.Add(At("2028-01-01 08:00"), TimeSpan.Zero));
    }

    [Theory]
    [InlineData(OfficeKinds.CommuneOffice)]
    [InlineData(OfficeKinds.CommunePolice)]
    [InlineData(OfficeKinds.ProvincialPolice)]
    public void AddAndBetween_AgreeWithCountingEveryMinute(string kind)
    {
        var calendar = Snapshot.Calendar(kind);
        var random = new Random(6);
        for (var i = 0; i < 200; i++)
        {
            var from = At("2025-01-01 00:00").AddMinutes(random.Next(0, 900 * 1440));
            var minutes = random.Next(1, 4000);

            var to = calendar.Add(from, TimeSpan.FromMinutes(minutes));

            Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.WorkingTimeBetween(from, to));
            Assert.Equal(minutes, CountMinutes(calendar, from, to));
        }
    }

    [Fact]
    public void Year2026_HasItsHoursOfWork()
    {
        var hours = Office.WorkingTimeBetween(At("2026-01-01 00:00"), At("2026-12-31 23:59:59")).TotalHours;

        // 261 weekdays, less 1-2 Jan, 5 of Tết, 27 and 30 Apr, 1 May, 31 Aug - 2 Sep, 24 Nov; plus two worked Saturdays.
        Assert.Equal((261 - 14 + 2) * 8, hours);
    }

    [Fact]
    public void Coverage_WarnsBeforeTheYearsEnd()
    {
        var coverage = Snapshot.CalendarCoverage.Single(entry => entry.OfficeKind == OfficeKinds.CommunePolice);

        Assert.Equal([2025, 2026, 2027], coverage.Years);
        Assert.Equal(new DateOnly(2027, 12, 31), coverage.LastDay(new DateOnly(2026, 11, 21)));
        Assert.False(coverage.EndsWithin(new DateOnly(2027, 10, 31)));
        Assert.True(coverage.EndsWithin(new DateOnly(2027, 11, 1)));
        Assert.True(coverage.EndsWithin(new DateOnly(2028, 1, 1)));
    }

    [Fact]
    public void Build_WithOverlappingSessions_IsRefused()
    {
        WorkingSession[] sessions =
        [
            new("x", DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(12, 0), null, null, "", false),
            new("x", DayOfWeek.Monday, new TimeOnly(11, 0), new TimeOnly(13, 0), null, null, "", false),
        ];

        Assert.Throws<ArgumentException>(() => WorkingCalendar.Build("x", sessions, [], [2026]));
    }

    [Fact]
    public void Build_WithHoursThatChange_UsesThoseOfTheDay()
    {
        WorkingSession[] sessions =
        [
            new("x", DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(12, 0), null, new DateOnly(2026, 6, 30), "", false),
            new("x", DayOfWeek.Monday, new TimeOnly(7, 0), new TimeOnly(11, 0), new DateOnly(2026, 7, 1), null, "", false),
        ];

        var calendar = WorkingCalendar.Build("x", sessions, [], [2026]);

        Assert.Equal(At("2026-06-29 12:00"), calendar.Deadline(At("2026-06-29 07:00"), new TimeLimit(1, TimeLimitUnit.WorkingDay)).Due);
        Assert.Equal(At("2026-07-06 11:00"), calendar.Deadline(At("2026-07-06 07:00"), new TimeLimit(1, TimeLimitUnit.WorkingDay)).Due);
    }

    private static int CountMinutes(WorkingCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var count = 0;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
        {
            var time = TimeOnly.FromDateTime(minute.DateTime);
            if (calendar.Sessions(DateOnly.FromDateTime(minute.DateTime)).Any(session => session.Opens <= time && time < session.Closes))
                count++;
        }
        return count;
    }
}
