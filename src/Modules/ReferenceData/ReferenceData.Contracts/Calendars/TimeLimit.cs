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
}

/// <summary>A legal time limit, as a procedure's version states it.</summary>
/// <param name="Amount">How many units, 1 or more; not read for <see cref="TimeLimitUnit.SameWorkingDay"/>.</param>
/// <param name="Unit">How it is counted.</param>
/// <param name="CutOff">What is received later than this time of day counts from the next working day; null: no such rule.</param>
public sealed record TimeLimit(int Amount, TimeLimitUnit Unit, TimeOnly? CutOff = null);
