namespace Project06.ReferenceData.Contracts;

/// <summary>A computed date of return and how it came about.</summary>
/// <param name="ReceivedAt">When it was received, in Viet Nam's time (+07:00).</param>
/// <param name="CountedFrom">When counting began.</param>
/// <param name="Due">When the time is over.</param>
/// <param name="WorkingTime">Working time between the two.</param>
/// <param name="Trace">The steps from receipt to due date, in order.</param>
public sealed record WorkingDeadline(
    DateTimeOffset ReceivedAt,
    DateTimeOffset CountedFrom,
    DateTimeOffset Due,
    TimeSpan WorkingTime,
    IReadOnlyList<DeadlineStep> Trace);

/// <summary>What happened in one step of counting.</summary>
public enum DeadlineStepKind
{
    /// <summary>The receipt itself.</summary>
    Received,

    /// <summary>Received after the cut-off: counts from the next working day.</summary>
    CutOffApplied,

    /// <summary>Received while the office was closed: counts from its next opening.</summary>
    OutsideHours,

    /// <summary>Counting begins.</summary>
    CountingStarts,

    /// <summary>Working time of one day was counted.</summary>
    Counted,

    /// <summary>A break between two sessions wasn't counted (said once, at the first).</summary>
    BreakSkipped,

    /// <summary>Weekly rest days weren't counted.</summary>
    WeeklyRest,

    /// <summary>A closed day wasn't counted.</summary>
    ClosedDay,

    /// <summary>A rest day that is worked in exchange for another was counted.</summary>
    SwappedDayWorked,

    /// <summary>The date of return.</summary>
    Due,
}

/// <summary>One step of a <see cref="WorkingDeadline"/>. <see cref="DeadlineTexts.Describe"/> puts it into words.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">Moment of the step, or its beginning, in Viet Nam's time (+07:00).</param>
/// <param name="Until">End of the step, where it has one; for days, midnight after the last of them.</param>
/// <param name="Day">The closed or swapped day, with its name and legal basis.</param>
/// <param name="Counted">Working time counted in this step.</param>
public sealed record DeadlineStep(
    DeadlineStepKind Kind,
    DateTimeOffset At,
    DateTimeOffset? Until = null,
    CalendarDay? Day = null,
    TimeSpan? Counted = null);
