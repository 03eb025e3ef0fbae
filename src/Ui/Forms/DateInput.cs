using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Project06.Ui.Forms;

/// <summary>How much of a date must be known.</summary>
public enum DatePrecision
{
    /// <summary>Day, month and year.</summary>
    Day,

    /// <summary>The year alone is asked for.</summary>
    Year,

    /// <summary>The year; month and day where they are known.</summary>
    Any,
}

/// <summary>What keeps three boxes from being a date.</summary>
public enum DateInputProblem
{
    /// <summary>Nothing, or nothing was typed at all.</summary>
    None,

    /// <summary>The day is missing.</summary>
    DayMissing,

    /// <summary>The month is missing.</summary>
    MonthMissing,

    /// <summary>The year is missing.</summary>
    YearMissing,

    /// <summary>The month isn't a number from 1 to 12.</summary>
    NoSuchMonth,

    /// <summary>That month has no such day.</summary>
    NoSuchDay,

    /// <summary>The year isn't four digits from 1800 to 2199.</summary>
    NoSuchYear,
}

/// <summary>
/// A date as it was typed into three boxes, and what it means. Property names are the names of the boxes:
/// <c>BornOn.Day</c>, <c>BornOn.Month</c>, <c>BornOn.Year</c>.
/// </summary>
/// <param name="Day">As typed, or null.</param>
/// <param name="Month">As typed, or null.</param>
/// <param name="Year">As typed, or null.</param>
/// <param name="Precision">How much must be known.</param>
public sealed record DateInput(string? Day, string? Month, string? Year, DatePrecision Precision = DatePrecision.Any)
{
    /// <summary>Nothing was typed.</summary>
    public static DateInput Empty { get; } = new(null, null, null);

    /// <summary>True when all three boxes are empty.</summary>
    public bool IsEmpty => Day is null && Month is null && Year is null;

    /// <summary>The whole date, where day, month and year are known and exist.</summary>
    public DateOnly? Date => Problem == DateInputProblem.None && DayNumber is { } day && MonthNumber is { } month
        ? new DateOnly(YearNumber!.Value, month, day)
        : null;

    /// <summary>The year, where it alone is known.</summary>
    public int? YearOnly => Problem == DateInputProblem.None && MonthNumber is null ? YearNumber : null;

    /// <summary>The year, 1800 to 2199, or null.</summary>
    public int? YearNumber => Year is { Length: 4 } && Number(Year) is >= 1800 and <= 2199 and var year ? year : null;

    /// <summary>The month, 1 to 12, or null.</summary>
    public int? MonthNumber => Number(Month) is >= 1 and <= 12 and var month ? month : null;

    private int? DayNumber => Number(Day);

    /// <summary>The first thing that is wrong, in the order a reader would mend it; none for empty boxes.</summary>
    public DateInputProblem Problem
    {
        get
        {
            if (IsEmpty)
            {
                return DateInputProblem.None;
            }

            if (Year is not null && YearNumber is null)
            {
                return DateInputProblem.NoSuchYear;
            }

            if (Precision == DatePrecision.Year)
            {
                return Year is null ? DateInputProblem.YearMissing : DateInputProblem.None;
            }

            return Missing() is var missing and not DateInputProblem.None ? missing : Impossible();
        }
    }

    /// <summary>The boxes that show a date already known.</summary>
    public static DateInput From(DateOnly date) => new(
        date.Day.ToString(CultureInfo.InvariantCulture),
        date.Month.ToString(CultureInfo.InvariantCulture),
        date.Year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>
    /// Reads what was typed. A whole date in one box (18/11/2026, 18-11-2026, 2026-11-18) is taken apart.
    /// </summary>
    public static DateInput Parse(
        string? day, string? month = null, string? year = null, DatePrecision precision = DatePrecision.Day)
    {
        (day, month, year) = (Clean(day), Clean(month), Clean(year));
        var typed = new[] { day, month, year }.OfType<string>().ToArray();
        if (typed is [var only] && only.Split('/', '-', '.', ' ') is { Length: 3 } parts)
        {
            (day, month, year) = parts[0].Length == 4 ? (parts[2], parts[1], parts[0]) : (parts[0], parts[1], parts[2]);
        }
        else if (typed is [{ Length: 4 } bare] && day is not null && Number(bare) is not null)
        {
            (day, year) = (null, bare);
        }

        return new DateInput(Clean(day), Clean(month), Clean(year), precision);
    }

    /// <summary>Reads the boxes <c>name.Day</c>, <c>name.Month</c>, <c>name.Year</c> of a posted form.</summary>
    public static DateInput Read(IFormCollection form, string name, DatePrecision precision = DatePrecision.Day) =>
        Parse(form[name + ".Day"], form[name + ".Month"], form[name + ".Year"], precision);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private DateInputProblem Missing() => this switch
    {
        { Year: null } => DateInputProblem.YearMissing,
        { Month: null, Day: not null } => DateInputProblem.MonthMissing,
        { Month: null, Precision: DatePrecision.Day } => DateInputProblem.MonthMissing,
        { Day: null, Precision: DatePrecision.Day } => DateInputProblem.DayMissing,
        _ => DateInputProblem.None,
    };

    private DateInputProblem Impossible()
    {
        if (Month is not null && MonthNumber is null)
        {
            return DateInputProblem.NoSuchMonth;
        }

        return Day is not null && !(DayNumber >= 1 && DayNumber <= DateTime.DaysInMonth(YearNumber!.Value, MonthNumber!.Value))
            ? DateInputProblem.NoSuchDay
            : DateInputProblem.None;
    }
}
