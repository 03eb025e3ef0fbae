namespace Project06.PublicServices.Domain;

/// <summary>How content an applicant was with a dossier that ended: once, changeable for a week.</summary>
internal sealed class Rating
{
    public const int DaysToChange = 7, LongestReason = 1000;

    /// <summary>Up to this score the applicant says why.</summary>
    public const int Poor = 2;

    public required Guid DossierId { get; init; }
    public required string ReceivingOrganisation { get; init; }
    public required string DecidingOrganisation { get; init; }
    public required DateTimeOffset At { get; init; }
    public int Score { get; private set; }
    public string? Reason { get; private set; }
    public DateTimeOffset? ChangedAt { get; private set; }

    public DateTimeOffset ChangeableUntil => At.AddDays(DaysToChange);

    public void Give(int score, string? reason, DateTimeOffset now)
    {
        if (Score != 0)
            ChangedAt = now;
        (Score, Reason) = (score, reason);
    }
}
