using System.Globalization;
using System.Resources;

namespace Project06.ReferenceData.Contracts;

/// <summary>Words for the question "why this date?", in Vietnamese and English, the same on every page and paper.</summary>
public static class DeadlineTexts
{
    private static readonly ResourceManager Texts =
        new("Project06.ReferenceData.Contracts.Resources.DeadlineTexts", typeof(DeadlineTexts).Assembly);

    /// <summary>One plain sentence for a step of counting.</summary>
    /// <param name="step">The step.</param>
    /// <param name="culture">Language: English where it is English, else Vietnamese.</param>
    public static string Describe(DeadlineStep step, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(culture);
        var english = culture.TwoLetterISOLanguageName == "en";
        var format = Texts.GetString(KeyOf(step), culture)!;
        return string.Format(
            culture,
            format,
            Date(step.At, english),
            Time(step.At),
            step.Until is { } until ? Time(until) : "",
            step.Until is { } end ? Date(end.AddDays(-1), english) : "",
            step.Day is { } day ? (english ? day.NameEn : day.NameVi) : "",
            step.Day?.LegalBasis ?? "",
            step.Day?.RelatedDate is { } related ? Date(related.ToDateTime(TimeOnly.MinValue), english) : "",
            step.Counted is { } counted ? Duration(counted, culture) : "");
    }

    private static string KeyOf(DeadlineStep step) => step.Kind switch
    {
        DeadlineStepKind.WeeklyRest when step.Until - step.At > TimeSpan.FromDays(1) => "WeeklyRestDays",
        DeadlineStepKind.SwappedDayWorked when step.Day?.RelatedDate is null => "ExtraDayWorked",
        _ => step.Kind.ToString(),
    };

    private static string Date(DateTimeOffset at, bool english) => Date(at.DateTime, english);

    private static string Date(DateTime date, bool english) => english
        ? date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)
        : $"{VietnameseDay(date.DayOfWeek)} {date:dd'/'MM'/'yyyy}";

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan time, CultureInfo culture)
    {
        var minutes = (long)Math.Round(time.TotalMinutes);
        var (hours, rest) = (minutes / 60, minutes % 60);
        var key = hours == 0 ? "Minutes" : rest == 0 ? "Hours" : "HoursAndMinutes";
        return string.Format(culture, Texts.GetString(key, culture)!, hours, rest);
    }

    private static string VietnameseDay(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "thứ Hai",
        DayOfWeek.Tuesday => "thứ Ba",
        DayOfWeek.Wednesday => "thứ Tư",
        DayOfWeek.Thursday => "thứ Năm",
        DayOfWeek.Friday => "thứ Sáu",
        DayOfWeek.Saturday => "thứ Bảy",
        _ => "Chủ nhật",
    };
}
