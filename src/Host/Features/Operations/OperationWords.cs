using System.Globalization;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Jobs;
using Project06.Host.Data;

namespace Project06.Host.Features.Operations;

/// <summary>Codes of the operation pages in words.</summary>
internal static class OperationWords
{
    public static string Of(this IStringLocalizer<Texts> texts, OperationAction action) => action switch
    {
        OperationAction.Replay => texts["ops.action.replay"],
        OperationAction.ReplayAll => texts["ops.action.replay-all"],
        OperationAction.SetAside => texts["ops.action.set-aside"],
        _ => texts["ops.action.run-job"],
    };

    public static (string Kind, string Text) Of(this IStringLocalizer<Texts> texts, JobOutcome outcome) => outcome switch
    {
        JobOutcome.Running => ("due", texts["ops.outcome.running"]),
        JobOutcome.Done => ("ok", texts["ops.outcome.done"]),
        JobOutcome.Failed => ("late", texts["ops.outcome.failed"]),
        _ => ("late", texts["ops.outcome.interrupted"]),
    };

    public static string Schedule(this IStringLocalizer<Texts> texts, ScheduledJob job) => job.Every switch
    {
        null when job.Cron!.Split(' ') is [var second, var minute, var hour, "*", "*", "?"]
            && TimeOnly.TryParseExact($"{hour}:{minute}:{second}", "H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            => texts["ops.schedule.daily", at.ToString("HH:mm", CultureInfo.InvariantCulture)],
        null => texts["ops.schedule.cron", job.Cron!],
        { TotalMinutes: < 1 } every => texts["ops.schedule.seconds", (int)every.TotalSeconds],
        { TotalHours: < 1 } every => texts["ops.schedule.minutes", (int)every.TotalMinutes],
        { } every => texts["ops.schedule.hours", (int)every.TotalHours],
    };

    public static (string Kind, string Text) State(this IStringLocalizer<Texts> texts, FailingDelivery delivery) =>
        delivery.DoneAt is not null ? ("ok", delivery.Note is null ? texts["ops.state.done"] : texts["ops.state.set-aside"])
        : delivery.ParkedAt is not null ? ("late", texts["ops.state.parked"])
        : delivery.Attempts > 0 ? ("due", texts["ops.state.delayed"]) : ("plain", texts["ops.state.waiting"]);

    public static (string Kind, string Text) State(this IStringLocalizer<Texts> texts, SubjectEvent told) =>
        told.Consumer is null ? ("plain", texts["ops.state.nobody"])
        : told.DoneAt is not null ? ("ok", told.Note is null ? texts["ops.state.done"] : texts["ops.state.set-aside"])
        : told.ParkedAt is not null ? ("late", texts["ops.state.parked"])
        : told.Attempts > 0 ? ("due", texts["ops.state.delayed"]) : ("plain", texts["ops.state.waiting"]);
}
