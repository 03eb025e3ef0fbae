namespace Project06.ReferenceData.Contracts;

/// <summary>Kinds of office that have a calendar of their own.</summary>
public static class OfficeKinds
{
    /// <summary>People's committee of a commune and its service centre.</summary>
    public const string CommuneOffice = "commune-office";

    /// <summary>Commune police, who also receive on Saturday mornings.</summary>
    public const string CommunePolice = "commune-police";

    /// <summary>Police of a province.</summary>
    public const string ProvincialPolice = "provincial-police";
}

/// <summary>Opening hours of a kind of office on one day of the week. A lunch break is the gap between two sessions.</summary>
/// <param name="OfficeKind">One of <see cref="OfficeKinds"/>.</param>
/// <param name="Day">Day of the week.</param>
/// <param name="Opens">Opening time in Viet Nam.</param>
/// <param name="Closes">Closing time in Viet Nam, on the same day.</param>
/// <param name="ValidFrom">First day in force; null: always.</param>
/// <param name="ValidTo">Last day in force, inclusive; null: still.</param>
/// <param name="LegalBasis">Decision that sets the hours.</param>
/// <param name="Verified">Whether that decision was read.</param>
public sealed record WorkingSession(
    string OfficeKind,
    DayOfWeek Day,
    TimeOnly Opens,
    TimeOnly Closes,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string LegalBasis,
    bool Verified);

/// <summary>How a day differs from its weekday.</summary>
public enum CalendarDayKind
{
    /// <summary>Closed: public holiday, day off in lieu, or swapped day off.</summary>
    Closed,

    /// <summary>Worked although a rest day, in exchange for a day off.</summary>
    Worked,
}

/// <summary>A day on which offices don't follow the week.</summary>
/// <param name="Date">The day.</param>
/// <param name="OfficeKind">The kind of office concerned; null: all.</param>
/// <param name="Kind">Closed or worked.</param>
/// <param name="NameVi">Vietnamese name of the occasion.</param>
/// <param name="NameEn">English name of the occasion.</param>
/// <param name="RelatedDate">The day it was exchanged with, or which it makes up for.</param>
/// <param name="LegalBasis">Law or yearly notice.</param>
/// <param name="Verified">Whether the day was read in that text.</param>
public sealed record CalendarDay(
    DateOnly Date,
    string? OfficeKind,
    CalendarDayKind Kind,
    string NameVi,
    string NameEn,
    DateOnly? RelatedDate,
    string LegalBasis,
    bool Verified);

/// <summary>Says that the days of a year are complete for a kind of office. Without this row no date in it is computed.</summary>
/// <param name="Year">The year.</param>
/// <param name="OfficeKind">One of <see cref="OfficeKinds"/>.</param>
/// <param name="LegalBasis">The notice that completes the year.</param>
/// <param name="Verified">Whether the notice itself was read.</param>
public sealed record CalendarYear(int Year, string OfficeKind, string LegalBasis, bool Verified);

/// <summary>The years loaded for a kind of office, so that an administrator can be warned before they end.</summary>
/// <param name="OfficeKind">One of <see cref="OfficeKinds"/>.</param>
/// <param name="Years">Loaded years, ascending.</param>
public sealed record CalendarCoverage(string OfficeKind, IReadOnlyList<int> Years)
{
    /// <summary>Last day that can be reached from <paramref name="today"/> without leaving loaded years; null if today itself isn't loaded.</summary>
    /// <param name="today">Today in Viet Nam.</param>
    public DateOnly? LastDay(DateOnly today)
    {
        var year = today.Year;
        if (!Years.Contains(year))
            return null;
        while (Years.Contains(year + 1))
            year++;
        return new DateOnly(year, 12, 31);
    }

    /// <summary>Whether the loaded years end within so many days, or have ended.</summary>
    /// <param name="today">Today in Viet Nam.</param>
    /// <param name="days">Length of the warning, in days.</param>
    public bool EndsWithin(DateOnly today, int days = 60) =>
        LastDay(today) is not { } last || last.DayNumber - today.DayNumber <= days;
}

/// <summary>A date was asked for in a year whose working days aren't known yet. Ask an administrator to load the year.</summary>
public sealed class CalendarYearNotLoadedException(int year, string officeKind)
    : Exception($"The working calendar of {officeKind} for {year} isn't loaded.")
{
    /// <summary>The missing year.</summary>
    public int Year { get; } = year;

    /// <summary>The kind of office whose calendar misses it.</summary>
    public string OfficeKind { get; } = officeKind;
}
