using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Apologies;

/// <summary>What an apology's dates follow from.</summary>
/// <param name="Limit">That of its procedure, with its answers.</param>
/// <param name="Began">When the limit began: acceptance, else filing.</param>
internal sealed record ApologyClock(ProcedureTimeLimit Limit, DateTimeOffset Began, DateTimeOffset PromisedAt)
{
    public static ApologyClock Of(Procedure procedure, Dossier dossier) =>
        new(dossier.LimitOf(procedure), dossier.AcceptedAt ?? dossier.FiledAt, dossier.PromisedAt);
}

/// <summary>When an apology is drafted, and which new date it proposes.</summary>
internal static class ApologyDates
{
    private static readonly TimeLimit OneDay = new(1, TimeLimitUnit.WorkingDay);

    /// <summary>Whether no more than a working day is left, of a limit that is longer than that.</summary>
    public static bool IsDue(ApologyClock clock, WorkingCalendar calendar, DateTimeOffset now)
    {
        try
        {
            var day = calendar.Deadline(now, OneDay).WorkingTime;
            var limit = calendar.Deadline(clock.Began, clock.Limit.Limit).WorkingTime;
            return limit > day && calendar.WorkingTimeBetween(now, clock.PromisedAt) <= day;
        }
        catch (CalendarYearNotLoadedException)
        {
            return false;
        }
    }

    /// <summary>The longest the law allows for complicated cases where the procedure says so and it is later; else the limit once more.</summary>
    public static DateTimeOffset Propose(ApologyClock clock, WorkingCalendar calendar)
    {
        try
        {
            if (clock.Limit.Longest is { } longest
                && calendar.Deadline(clock.Began, longest).Due is var latest && latest > clock.PromisedAt)
                return latest;
            return calendar.Add(clock.PromisedAt, calendar.Deadline(clock.PromisedAt, clock.Limit.Limit).WorkingTime);
        }
        catch (CalendarYearNotLoadedException)
        {
            return clock.PromisedAt;
        }
    }
}
