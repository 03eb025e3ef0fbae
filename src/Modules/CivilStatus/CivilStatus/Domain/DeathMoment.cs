using System.Globalization;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Domain;

/// <summary>
/// When somebody died, as far as it is known (Decree 123/2015 art. 4: hour, day, month, year). <see cref="On"/> is the
/// first day of a month or year of which no more is known.
/// </summary>
internal sealed record DeathMoment(DateOnly On, DatePrecision Precision, TimeOnly? Time)
{
    /// <summary>From what was declared; null while too little or nonsense is said.</summary>
    public static DeathMoment? Of(DateOnly? date, int? month, int? year, string? time)
    {
        var hour = TimeOf(time);
        if (date is { } day)
            return new DeathMoment(day, DatePrecision.Day, hour);
        if (year is not (>= 1800 and <= 9998) || month is not (null or (>= 1 and <= 12)))
            return null;
        return new DeathMoment(
            new DateOnly(year.Value, month ?? 1, 1), month is null ? DatePrecision.Year : DatePrecision.Month, null);
    }

    public static DeathMoment? Of(RegisterDeath death) => Of(death.DeathDate, death.DeathMonth, death.DeathYear, death.DeathTime);

    public static TimeOnly? TimeOf(string? said) =>
        TimeOnly.TryParseExact(said?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The last day it can have been.</summary>
    public DateOnly Latest => Precision switch
    {
        DatePrecision.Year => new DateOnly(On.Year, 12, 31),
        DatePrecision.Month => On.AddMonths(1).AddDays(-1),
        _ => On,
    };

    /// <summary>"16 giờ 30 phút, ngày 20/11/2026", "tháng 11 năm 1972", "năm 1972".</summary>
    public string Written => Precision switch
    {
        DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"năm {On.Year}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"tháng {On.Month} năm {On.Year}"),
        _ when Time is { } time => string.Create(CultureInfo.InvariantCulture, $"{time.Hour} giờ {time.Minute:00} phút, ngày {On.Written()}"),
        _ => $"ngày {On.Written()}",
    };
}
