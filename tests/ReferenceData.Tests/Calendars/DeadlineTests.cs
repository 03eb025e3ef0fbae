using Project06.ReferenceData.Contracts;
using static Project06.ReferenceData.Tests.ShippedData;

namespace Project06.ReferenceData.Tests.Calendars;

public sealed class DeadlineTests
{
    private static readonly TimeOnly ThreePm = new(15, 0);
    private static readonly TimeLimit SameDay = new(1, TimeLimitUnit.SameWorkingDay, ThreePm);
    private static readonly TimeLimit OneDay = new(1, TimeLimitUnit.WorkingDay, ThreePm);

    [Theory]
    [InlineData("2026-11-18 14:59", "2026-11-18 17:00")]
    [InlineData("2026-11-18 15:00", "2026-11-18 17:00")]
    [InlineData("2026-11-18 15:00:01", "2026-11-19 17:00")]
    [InlineData("2026-11-18 15:01", "2026-11-19 17:00")]
    [InlineData("2026-11-18 16:59", "2026-11-19 17:00")]
    [InlineData("2026-11-18 17:30", "2026-11-19 17:00")]
    [InlineData("2026-11-18 06:00", "2026-11-18 17:00")]
    [InlineData("2026-11-18 12:30", "2026-11-18 17:00")]
    [InlineData("2026-11-20 15:01", "2026-11-23 17:00")]
    [InlineData("2026-11-21 09:00", "2026-11-23 17:00")]
    public void SameWorkingDay_AroundThreePm_IsDueAtClosing(string received, string due)
    {
        Assert.Equal(At(due), Office.Deadline(At(received), SameDay).Due);
    }

    [Theory]
    [InlineData("2026-11-18 14:59", "2026-11-19 14:59")]
    [InlineData("2026-11-18 15:00", "2026-11-19 15:00")]
    [InlineData("2026-11-18 15:01", "2026-11-19 17:00")]
    [InlineData("2026-11-18 07:15", "2026-11-18 17:00")]
    [InlineData("2026-11-18 12:30", "2026-11-19 12:00")]
    public void WorkingDay_IsTheWorkingTimeOfAnOrdinaryDay(string received, string due)
    {
        Assert.Equal(At(due), Office.Deadline(At(received), OneDay).Due);
    }

    [Theory]
    [InlineData("2026-11-18 11:00", 1, "2026-11-18 12:00")]
    [InlineData("2026-11-18 11:30", 1, "2026-11-18 13:30")]
    [InlineData("2026-11-18 12:15", 1, "2026-11-18 14:00")]
    [InlineData("2026-11-18 12:00", 1, "2026-11-18 14:00")]
    [InlineData("2026-11-18 16:30", 2, "2026-11-19 09:30")]
    [InlineData("2026-11-18 17:00", 1, "2026-11-19 09:00")]
    [InlineData("2026-11-20 16:00", 2, "2026-11-23 09:00")]
    public void WorkingHours_SkipLunchAndNights(string received, int hours, string due)
    {
        Assert.Equal(At(due), Office.Deadline(At(received), new TimeLimit(hours, TimeLimitUnit.WorkingHour)).Due);
    }

    [Theory]
    [InlineData("2026-11-23 09:00", 10, "2026-12-03 17:00")]
    [InlineData("2026-11-25 16:59", 10, "2026-12-07 17:00")] // the tenth day is a Saturday
    [InlineData("2026-11-21 09:00", 1, "2026-11-25 17:00")] // received on a Saturday: from Monday; Tuesday is off
    [InlineData("2027-01-28 08:00", 10, "2027-02-11 17:00")] // ends in Tết
    public void CalendarDays_DoNotCountTheFirst_AndEndOnAWorkingDay(string received, int days, string due)
    {
        var deadline = Provincial.Deadline(At(received), new TimeLimit(days, TimeLimitUnit.CalendarDay));

        Assert.Equal(At(due), deadline.Due);
        Assert.Equal(deadline.WorkingTime, Provincial.WorkingTimeBetween(At(received), deadline.Due));
    }

    [Theory]
    [InlineData("2026-08-21 15:01", "2026-08-22 17:00")] // Saturday 22 August is worked
    [InlineData("2026-08-22 10:00", "2026-08-22 17:00")]
    [InlineData("2026-08-28 15:01", "2026-09-03 17:00")] // Monday 31 August is off, then National Day
    [InlineData("2026-11-23 15:01", "2026-11-25 17:00")] // 24 November
    [InlineData("2026-11-24 09:00", "2026-11-25 17:00")]
    [InlineData("2027-02-03 15:01", "2027-02-11 17:00")] // Tết 2027, with two days in lieu
    [InlineData("2026-12-31 15:01", "2027-01-04 17:00")] // over the year's end
    [InlineData("2027-04-29 15:01", "2027-05-04 17:00")] // 1 May on a Saturday, Monday in lieu
    public void SameWorkingDay_OverHolidaysAndSwaps(string received, string due)
    {
        Assert.Equal(At(due), Office.Deadline(At(received), SameDay).Due);
    }

    [Theory]
    [InlineData("2026-11-21 09:00", "2026-11-21 12:00")]
    [InlineData("2026-11-21 12:00", "2026-11-23 17:00")]
    [InlineData("2026-11-20 15:01", "2026-11-21 12:00")]
    [InlineData("2026-08-22 13:00", "2026-08-22 17:00")] // a worked Saturday is a whole day
    [InlineData("2027-02-06 09:00", "2027-02-11 17:00")] // a Saturday in Tết is closed
    public void SameWorkingDay_ForPolice_CountsSaturdayMornings(string received, string due)
    {
        Assert.Equal(At(due), Police.Deadline(At(received), SameDay).Due);
    }

    [Fact]
    public void WorkingDay_ForPolice_CountsSaturdayMorningAsHalf()
    {
        var deadline = Police.Deadline(At("2026-11-21 08:00"), OneDay);

        Assert.Equal(At("2026-11-23 12:00"), deadline.Due);
        Assert.Equal(TimeSpan.FromHours(8), deadline.WorkingTime);
    }

    [Theory]
    [InlineData("2027-12-31 15:00", "2027-12-31 17:00")]
    [InlineData("2027-12-31 08:00", "2027-12-31 17:00")]
    public void LastLoadedDay_IsComputedWhileTheCountStaysInIt(string received, string due)
    {
        Assert.Equal(At(due), Office.Deadline(At(received), SameDay).Due);
        Assert.Equal(At("2027-12-31 17:00"), Office.Deadline(At("2027-12-31 08:00"), OneDay).Due);
    }

    [Theory]
    [InlineData("2027-12-31 15:01", 2028)]
    [InlineData("2027-12-31 08:01", 2028)]
    [InlineData("2028-01-01 09:00", 2028)]
    [InlineData("2024-12-31 09:00", 2024)]
    public void UnloadedYear_IsRefused(string received, int year)
    {
        var refusal = Assert.Throws<CalendarYearNotLoadedException>(() => Office.Deadline(At(received), OneDay));

        Assert.Equal(year, refusal.Year);
        Assert.Equal(OfficeKinds.CommuneOffice, refusal.OfficeKind);
    }

    [Fact]
    public void Receipt_IsReadInVietnam_WhateverItsOffset()
    {
        var due = Office.Deadline(new DateTimeOffset(2026, 11, 18, 8, 1, 0, TimeSpan.Zero), SameDay).Due;

        Assert.Equal(At("2026-11-19 17:00"), due);
        Assert.Equal(TimeSpan.FromHours(7), due.Offset);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Amount_MustBePositive(int amount)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.Deadline(At("2026-11-18 09:00"), new TimeLimit(amount, TimeLimitUnit.WorkingDay)));
    }
}
