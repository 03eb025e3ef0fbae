using System.Globalization;

namespace Project06.Ui;

/// <summary>
/// Dates and times as people here read them (23/11/2026, 24-hour clock, Asia/Ho_Chi_Minh), in the language of
/// <see cref="CultureInfo.CurrentUICulture"/>.
/// </summary>
public static class DateText
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    private static readonly string[] VietnameseDays =
        ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    private static readonly string[] EnglishDays =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>
    /// The text of a <see cref="DateOnly"/>, <see cref="TimeOnly"/> or <see cref="DateTimeOffset"/>; empty for null.
    /// </summary>
    /// <param name="value">The day or instant.</param>
    /// <param name="format">date, time, date-time or weekday (with the time where the value has one).</param>
    /// <exception cref="ArgumentException">Another type or format.</exception>
    public static string Of(object? value, string format = "date") => value switch
    {
        null => "",
        DateOnly day => OfDay(day, format),
        TimeOnly time => Time(time),
        DateTimeOffset instant => OfInstant(TimeZoneInfo.ConvertTime(instant, Vietnam), format),
        DateTime { Kind: DateTimeKind.Utc } utc => Of(new DateTimeOffset(utc), format),
        _ => throw new ArgumentException($"{value.GetType().Name} isn't a date, a time or an instant.", nameof(value)),
    };

    /// <summary>The value for a <c>datetime</c> attribute; instants with the offset of Việt Nam.</summary>
    internal static string MachineReadable(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => Time(time),
        DateTimeOffset instant => TimeZoneInfo.ConvertTime(instant, Vietnam)
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } utc => MachineReadable(new DateTimeOffset(utc)),
        _ => throw new ArgumentException($"{value.GetType().Name} isn't a date, a time or an instant.", nameof(value)),
    };

    private static string OfDay(DateOnly day, string format) => format switch
    {
        "date" or "date-time" => Date(day),
        "weekday" => $"{Weekday(day)}, {Date(day)}",
        _ => throw new ArgumentException($"A day has no format '{format}'.", nameof(format)),
    };

    private static string OfInstant(DateTimeOffset instant, string format)
    {
        var day = DateOnly.FromDateTime(instant.DateTime);
        var time = Time(TimeOnly.FromDateTime(instant.DateTime));
        return format switch
        {
            "date" => Date(day),
            "time" => time,
            "date-time" => $"{Date(day)}, {time}",
            "weekday" => $"{Weekday(day)}, {Date(day)}, {time}",
            _ => throw new ArgumentException($"An instant has no format '{format}'.", nameof(format)),
        };
    }

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Weekday(DateOnly day) =>
        (UiLanguage.IsEnglish ? EnglishDays : VietnameseDays)[(int)day.DayOfWeek];
}
