namespace Project06.PublicServices.Domain;

/// <summary>How the head of an office closed a complaint.</summary>
internal enum ComplaintOutcome
{
    Upheld,
    PartlyUpheld,
    NotUpheld,
    /// <summary>Not taken on: not about this office or this dossier. Only in the first working days.</summary>
    Rejected,
}

/// <summary>A citizen's complaint about a dossier, with a clock of its own that the head of the office answers to.</summary>
internal sealed class Complaint
{
    public const int Longest = 2000;

    /// <summary>What it is about, each with texts.</summary>
    public static readonly IReadOnlyList<string> Subjects = ["late", "papers", "attitude", "decision", "other"];

    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }
    public required Guid ApplicantId { get; init; }
    public required string Organisation { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset RejectBy { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The complaint whose answer this one doesn't accept.</summary>
    public Guid? FollowsId { get; init; }

    public ComplaintOutcome? Outcome { get; private set; }
    public string? Answer { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public uint Version { get; init; }

    public bool IsOpen => AnsweredAt is null;

    public bool MayReject(DateTimeOffset now) => IsOpen && now <= RejectBy;

    /// <summary>Whether the applicant may answer back: once, to a first complaint, within the days that its limits give.</summary>
    public bool MayFollow(ComplaintLimits limits, DateTimeOffset now) =>
        FollowsId is null && AnsweredAt is { } answered && now < answered.AddDays(limits.AnswerBack.Days);

    public void Close(ComplaintOutcome outcome, string answer, Guid by, DateTimeOffset now) =>
        (Outcome, Answer, AnsweredBy, AnsweredAt) = (outcome, answer, by, now);
}
