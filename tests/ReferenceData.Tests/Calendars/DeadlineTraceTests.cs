using System.Globalization;
using Project06.ReferenceData.Contracts;
using static Project06.ReferenceData.Tests.ShippedData;

namespace Project06.ReferenceData.Tests.Calendars;

public sealed class DeadlineTraceTests
{
    private static readonly TimeLimit SameDay = new(1, TimeLimitUnit.SameWorkingDay, new TimeOnly(15, 0));

    [Fact]
    public void Trace_OverACulturalHoliday_NamesDayAndLaw()
    {
        var trace = Office.Deadline(At("2026-11-23 15:01"), SameDay).Trace;

        Assert.Equal(
            [
                DeadlineStepKind.Received, DeadlineStepKind.CutOffApplied, DeadlineStepKind.ClosedDay, DeadlineStepKind.CountingStarts,
                DeadlineStepKind.BreakSkipped, DeadlineStepKind.Counted, DeadlineStepKind.Due,
            ],
            trace.Select(step => step.Kind));
        var closed = trace[2].Day!;
        Assert.Equal("Ngày Văn hóa Việt Nam", closed.NameVi);
        Assert.Contains("28/2026/QH16", closed.LegalBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_OverASwap_TellsWorkedSaturdayAndRest()
    {
        var worked = Office.Deadline(At("2026-08-21 15:01"), SameDay).Trace;
        var off = Office.Deadline(At("2026-08-28 16:00"), new TimeLimit(2, TimeLimitUnit.WorkingHour)).Trace;

        Assert.Equal(new DateOnly(2026, 8, 31), worked.Single(step => step.Kind == DeadlineStepKind.SwappedDayWorked).Day!.RelatedDate);
        Assert.Single(off, step => step.Kind == DeadlineStepKind.WeeklyRest);
        Assert.Equal(3, off.Count(step => step.Kind == DeadlineStepKind.ClosedDay));
        Assert.Equal(TimeSpan.FromHours(2), off.Aggregate(TimeSpan.Zero, (sum, step) => sum + (step.Counted ?? TimeSpan.Zero)));
    }

    [Fact]
    public void Describe_SpeaksBothLanguages()
    {
        var trace = Office.Deadline(At("2026-11-20 15:01"), SameDay).Trace;

        var vi = trace.Select(step => DeadlineTexts.Describe(step, CultureInfo.GetCultureInfo("vi-VN"))).ToArray();
        var en = trace.Select(step => DeadlineTexts.Describe(step, CultureInfo.GetCultureInfo("en-GB"))).ToArray();

        Assert.Equal("Hồ sơ đến sau 15:00 nên tính từ ngày làm việc tiếp theo.", vi[1]);
        Assert.Equal("Từ thứ Bảy 21/11/2026 đến Chủ nhật 22/11/2026: nghỉ hằng tuần, không tính.", vi[2]);
        Assert.Equal("Saturday 21 November 2026 to Sunday 22 November 2026: weekly rest, not counted.", en[2]);
        Assert.Equal("Hẹn trả lúc 17:00, thứ Hai 23/11/2026.", vi[^1]);
        Assert.Equal("Due at 17:00 on Monday 23 November 2026.", en[^1]);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Describe_HasWordsForEveryKind(string language)
    {
        var day = new CalendarDay(new DateOnly(2026, 8, 22), null, CalendarDayKind.Worked, "Tên", "Name", null, "Luật", true);
        foreach (var kind in Enum.GetValues<DeadlineStepKind>())
            foreach (var related in new DateOnly?[] { null, new DateOnly(2026, 8, 31) })
            {
                var step = new DeadlineStep(kind, At("2026-08-22 08:00"), At("2026-08-22 12:00"), day with { RelatedDate = related }, TimeSpan.FromMinutes(90));

                var text = DeadlineTexts.Describe(step, CultureInfo.GetCultureInfo(language));

                Assert.DoesNotContain("{", text, StringComparison.Ordinal);
                Assert.EndsWith(".", text, StringComparison.Ordinal);
            }
    }
}
