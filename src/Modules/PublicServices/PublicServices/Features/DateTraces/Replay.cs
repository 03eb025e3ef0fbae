using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Apologies;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.DateTraces;

/// <summary>One life of a dossier, lived again by the entity itself under one reading of what a supplement does.</summary>
internal sealed class Replay(Dossier lived, Procedure procedure, WorkingCalendar calendar, bool restarts)
{
    private readonly List<DateSpan> _spans = [];
    private readonly Dossier _dossier = new()
    {
        Id = lived.Id,
        Code = lived.Code,
        ProcedureCode = lived.ProcedureCode,
        ProcedureVersion = lived.ProcedureVersion,
        ContentHash = lived.ContentHash,
        ApplicantId = lived.ApplicantId,
        Channel = lived.Channel,
        UnitCode = lived.UnitCode,
        ReceivingOrganisation = lived.ReceivingOrganisation,
        DecidingOrganisation = lived.DecidingOrganisation,
        FiledAt = lived.FiledAt,
        StepId = procedure.FirstStep.Id,
        Answers = [],
        PromisedAt = lived.FiledAt,
    };

    private DateTimeOffset _since;
    private TimeSpan _left, _sum;
    private Step? _waitsAt;

    public WorkingDeadline? Started { get; private set; }

    public bool WasSupplemented { get; private set; }

    public DateTimeOffset Promised => _dossier.PromisedAt;

    public IReadOnlyList<DateSpan> Spans => _spans;

    public void Run(IReadOnlyList<DossierStep> history)
    {
        foreach (var row in history)
        {
            if (row.State == DossierLifecycle.Accepted && row.FromStep == row.ToStep && row.Action != Apology.ActionName)
                Accept(row.At);
            else if (row.FromStep is not null && row.FromStep != row.ToStep)
                Move(procedure.Step(row.ToStep), row.At);
        }
        if (Started is null)
            return;
        // A withdrawal is no step of the procedure: it ends the dossier where it stands.
        var ended = _dossier.EndedAt ?? lived.EndedAt;
        if (_dossier.PausedAt is { } since)
            Add(SpanKind.Paused, since, ended, TimeSpan.Zero, _waitsAt);
        else if (ended is { } end)
            Add(SpanKind.Counted, _since, end, calendar.WorkingTimeBetween(_since, end), null);
        else
            Add(SpanKind.Counted, _since, _dossier.PromisedAt, _left, null);
    }

    private void Accept(DateTimeOffset at)
    {
        if (Started is not null && !restarts)
            return;
        if (Started is not null)
        {
            Pause(at);
            _sum = TimeSpan.Zero;
            Add(SpanKind.Restarted, at, at, TimeSpan.Zero, null);
        }
        Started = calendar.Deadline(at, lived.LimitOf(procedure).Limit);
        _dossier.Accept(Started, at);
        (_since, _left) = (Started.CountedFrom, Started.WorkingTime);
    }

    private void Move(Step to, DateTimeOffset at)
    {
        var supplemented = _dossier.State == DossierLifecycle.SupplementRequested && Started is not null;
        WasSupplemented |= supplemented || (to.State == DossierLifecycle.SupplementRequested && Started is not null);
        // Where the procedure counts on, no acceptance marks the return; under the other reading it would be one.
        if (supplemented && restarts && procedure.TimeLimit.Supplement == SupplementRule.Continue && !DossierLifecycle.IsEnd(to.State))
            Accept(at);
        var before = _dossier.PausedAt;
        _dossier.Enter(to, calendar, at);
        if (before is null && _dossier.PausedAt is not null)
        {
            var left = _dossier.Remaining ?? TimeSpan.Zero;
            Add(SpanKind.Counted, _since, at, _left - left, null);
            (_left, _waitsAt) = (left, to);
        }
        else if (before is not null && _dossier.PausedAt is null)
        {
            Add(SpanKind.Paused, before.Value, at, TimeSpan.Zero, _waitsAt);
            _since = at;
        }
    }

    // The wait that an acceptance anew ends.
    private void Pause(DateTimeOffset at)
    {
        if (_dossier.PausedAt is { } since)
            Add(SpanKind.Paused, since, at, TimeSpan.Zero, _waitsAt);
        else
            Add(SpanKind.Counted, _since, at, calendar.WorkingTimeBetween(_since, at), null);
    }

    private void Add(SpanKind kind, DateTimeOffset from, DateTimeOffset? until, TimeSpan counted, Step? step)
    {
        _sum += counted;
        _spans.Add(new DateSpan(kind, from, until, counted, _sum, step, Days(from, until)));
    }

    private CalendarDay[] Days(DateTimeOffset from, DateTimeOffset? until)
    {
        var (first, last) = (from.LegalDate(), (until ?? from).LegalDate());
        return [.. Enumerable.Range(0, Math.Clamp(last.DayNumber - first.DayNumber + 1, 0, 400))
            .Select(n => calendar.Note(first.AddDays(n))).OfType<CalendarDay>()];
    }
}
