using Project06.PublicServices.Features.Apologies;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.DateTraces;

internal enum SpanKind
{
    /// <summary>The limit ran.</summary>
    Counted,
    /// <summary>It stood still: somebody was waited for.</summary>
    Paused,
    /// <summary>What had been counted fell away; the limit began anew.</summary>
    Restarted,
}

/// <summary>A stretch of a dossier's time.</summary>
/// <param name="Until">Null: still so.</param>
/// <param name="Counted">Working time that counts against the limit.</param>
/// <param name="Sum">Counted altogether since the limit last began.</param>
/// <param name="Step">Where the dossier stood while it paused.</param>
/// <param name="Days">Closed and swapped days in it.</param>
internal sealed record DateSpan(
    SpanKind Kind, DateTimeOffset From, DateTimeOffset? Until, TimeSpan Counted, TimeSpan Sum, Step? Step, IReadOnlyList<CalendarDay> Days);

/// <summary>Why a dossier's date is what it is.</summary>
/// <param name="Shown">The date that is shown everywhere.</param>
/// <param name="Computed">What counting gives; differs from the shown one after an apology only.</param>
/// <param name="Started">The count from the last beginning, step by step.</param>
/// <param name="Limit">Working time of the limit.</param>
/// <param name="IfRestarted">The date if a supplement begins the limit anew (Decree 61/2018); null where none was asked for after acceptance.</param>
/// <param name="IfSubtracted">The date if the wait is taken off instead (Decision 766).</param>
/// <param name="Sessions">Opening hours on the day counting began.</param>
internal sealed record DateExplanation(
    DateTimeOffset Shown, DateTimeOffset Computed, bool IsAccepted, bool IsPaused, bool IsOpen, WorkingDeadline Started, TimeSpan Limit,
    IReadOnlyList<DateSpan> Spans, DateTimeOffset? IfRestarted, DateTimeOffset? IfSubtracted,
    IReadOnlyList<(TimeOnly Opens, TimeOnly Closes)> Sessions, ProcedureTimeLimit Rule, Apology? Apology);
