using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Apologies;

/// <summary>When an apology is drafted, and which new date it proposes.</summary>
internal static class ApologyDates
{
    private static readonly TimeLimit OneDay = new(1, TimeLimitUnit.WorkingDay);

    /// <summary>Whether no more than a working day is left, of a limit that is longer than that.</summary>
    public static bool IsDue(Procedure procedure, Dossier dossier, WorkingCalendar calendar, DateTimeOffset now)
    {
        try
        {
            var day = calendar.Deadline(now, OneDay).WorkingTime;
            var limit = calendar.Deadline(dossier.AcceptedAt ?? dossier.FiledAt, procedure.LimitFor(dossier.Answers).Limit).WorkingTime;
            return limit > day && calendar.WorkingTimeBetween(now, dossier.PromisedAt) <= day;
        }
        catch (CalendarYearNotLoadedException)
        {
            return false;
        }
    }

    /// <summary>The longest the law allows for complicated cases where the procedure says so and it is later; else the limit once more.</summary>
    public static DateTimeOffset Propose(Procedure procedure, Dossier dossier, WorkingCalendar calendar)
    {
        try
        {
            if (procedure.LimitFor(dossier.Answers).Longest is { } longest
                && calendar.Deadline(dossier.AcceptedAt ?? dossier.FiledAt, longest).Due is var latest && latest > dossier.PromisedAt)
                return latest;
            return calendar.Add(dossier.PromisedAt, calendar.Deadline(dossier.PromisedAt, procedure.LimitFor(dossier.Answers).Limit).WorkingTime);
        }
        catch (CalendarYearNotLoadedException)
        {
            return dossier.PromisedAt;
        }
    }
}
