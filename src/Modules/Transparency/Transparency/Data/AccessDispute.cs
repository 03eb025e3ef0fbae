namespace Project06.Transparency.Data;

/// <summary>What came of a dispute.</summary>
internal enum DisputeOutcome
{
    /// <summary>The look had its reason.</summary>
    Justified,
    /// <summary>It shouldn't have happened; what is done about it stands in the answer.</summary>
    Wrong,
}

/// <summary>A person disputes a look at their data; the organisation that looked answers within two working days (Law 91/2025/QH15).</summary>
internal sealed class AccessDispute
{
    public const int Longest = 2000, AnswerDays = 2;

    public required Guid Id { get; init; }
    public required long AccessRowId { get; init; }
    public required Guid PersonId { get; init; }
    public string? Organisation { get; init; }
    public string? OrganisationName { get; init; }
    public required string Purpose { get; init; }
    public string? Dossier { get; init; }
    public required DateTimeOffset LookedAt { get; init; }
    public required string Words { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DisputeOutcome? Outcome { get; private set; }
    public string? Answer { get; private set; }
    public Guid? AnsweredBy { get; private set; }

    /// <summary>The organisation that answered: the one that looked, or the operator.</summary>
    public string? AnsweredFor { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }
    public uint Version { get; init; }

    public bool IsOpen => AnsweredAt is null;

    public void Close(DisputeOutcome outcome, string answer, Guid by, string organisation, DateTimeOffset now) =>
        (Outcome, Answer, AnsweredBy, AnsweredFor, AnsweredAt) = (outcome, answer, by, organisation, now);
}
