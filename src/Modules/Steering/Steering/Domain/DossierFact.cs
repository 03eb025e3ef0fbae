namespace Project06.Steering.Domain;

/// <summary>
/// What is known for the figures about one dossier; it names nobody. Each event fills in its own part, for they are
/// handled by different reactions and may come in any order.
/// </summary>
internal sealed class DossierFact
{
    public const int NewlyFiled = 1, Accepted = 2;

    public required Guid DossierId { get; init; }
    public string? ProcedureCode { get; private set; }
    public string? UnitCode { get; private set; }

    /// <summary>The commune's province on the day of filing; null where the commune wasn't known that day.</summary>
    public string? ProvinceCode { get; private set; }

    /// <summary>1 direct, 2 online, 3 post.</summary>
    public int? Channel { get; private set; }

    public DateTimeOffset? FiledAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>National status code, as far as the events tell it.</summary>
    public int State { get; private set; }

    public bool? InTime { get; private set; }

    /// <summary>Working minutes from acceptance to the end, waits for the citizen taken off.</summary>
    public int? WorkingMinutes { get; private set; }

    /// <summary>Whether it comes from the sample nation's past rather than from an event.</summary>
    public bool IsSample { get; init; }

    public void File(string procedure, string unit, string? province, int channel, DateTimeOffset at)
    {
        (ProcedureCode, UnitCode, ProvinceCode, Channel, FiledAt) = (procedure, unit, province, channel, at);
        State = Math.Max(State, NewlyFiled);
    }

    public void Accept(DateTimeOffset at, DateTimeOffset due)
    {
        (AcceptedAt, DueAt) = (at, due);
        if (EndedAt is null)
            State = Accepted;
    }

    public void End(int state, DateTimeOffset at, bool inTime, int workingMinutes) =>
        (State, EndedAt, InTime, WorkingMinutes) = (state, at, inTime, workingMinutes);

    /// <summary>Takes the end back: the dossier goes on.</summary>
    public void Reopen(DateTimeOffset due)
    {
        (EndedAt, InTime, WorkingMinutes) = (null, null, null);
        State = AcceptedAt is null ? NewlyFiled : Accepted;
        if (AcceptedAt is not null)
            DueAt = due;
    }
}
