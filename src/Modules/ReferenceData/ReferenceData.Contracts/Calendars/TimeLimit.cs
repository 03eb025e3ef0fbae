namespace Project06.ReferenceData.Contracts;

/// <summary>How a legal time limit is counted.</summary>
public enum TimeLimitUnit
{
    /// <summary>Hours in which the office is open.</summary>
    WorkingHour,

    /// <summary>Working days, each as long as an ordinary working day of that kind of office.</summary>
    WorkingDay,

    /// <summary>By closing time of the day that counts as the day of receipt.</summary>
    SameWorkingDay,

    /// <summary>
    /// Days of the calendar, by closing time of the last one; the day of receipt isn't counted, and a last day on which the
    /// office is closed moves to the next working day (Civil Code 91/2015/QH13, articles 147 and 148).
    /// </summary>
    CalendarDay,
}

/// <summary>A legal time limit, as a procedure's version states it.</summary>
/// <param name="Amount">How many units, 1 or more; not read for <see cref="TimeLimitUnit.SameWorkingDay"/>.</param>
/// <param name="Unit">How it is counted.</param>
/// <param name="CutOff">What is received later than this time of day counts from the next working day; null: no such rule.</param>
public sealed record TimeLimit(int Amount, TimeLimitUnit Unit, TimeOnly? CutOff = null);
