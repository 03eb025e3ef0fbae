using Project06.BuildingBlocks.Time;

namespace Project06.PublicServices.Domain;

/// <summary>How a citizen said yes to being helped.</summary>
internal enum VisitYes
{
    /// <summary>A code from their portal or mail, told to the clerk.</summary>
    Code,
    /// <summary>A signed slip of paper, scanned.</summary>
    Slip,
}

/// <summary>
/// A citizen at a counter or post office. Without their yes the clerk sees no more than tells people apart; the yes holds
/// until the end of the same day, and the helper never becomes the applicant.
/// </summary>
internal sealed class CounterVisit
{
    public const int MostAttempts = 5, MostSendings = 5;

    public required Guid Id { get; init; }
    public required string Organisation { get; init; }
    public required string OrganisationKind { get; init; }
    public required string Role { get; init; }
    public required Guid ClerkId { get; init; }

    /// <summary>Null where somebody was only guided and nobody's data was opened.</summary>
    public Guid? CitizenId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The procedure somebody was guided through.</summary>
    public string? GuidedProcedure { get; init; }

    /// <summary>The code of the moment, covered by the data-protection keys: the citizen's own portal shows it.</summary>
    public string? CoveredCode { get; private set; }

    public int Sendings { get; private set; }
    public int Attempts { get; private set; }
    public string? Yes { get; private set; }
    public DateTimeOffset? YesAt { get; private set; }
    public Guid? SlipFileId { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public uint Version { get; init; }

    public bool IsGuided => CitizenId is null;

    /// <summary>A visit doesn't outlive its day: a yes of last week opens nothing.</summary>
    public bool IsOpen(DateTimeOffset now) => EndedAt is null && StartedAt.LegalDate() == now.LegalDate();

    /// <summary>Whether the clerk may act for the citizen.</summary>
    public bool HasYes(DateTimeOffset now) => YesAt is not null && IsOpen(now);

    public bool MayTryCode => CoveredCode is not null && Attempts < MostAttempts;

    public void Send(string coveredCode) => (CoveredCode, Attempts, Sendings) = (coveredCode, 0, Sendings + 1);

    public void CountAttempt() => Attempts++;

    public void SayYes(VisitYes how, Guid? slip, DateTimeOffset now) =>
        (Yes, SlipFileId, YesAt, CoveredCode) = (how.ToString(), slip, now, null);

    public void End(DateTimeOffset now) => (EndedAt, CoveredCode) = (EndedAt ?? now, null);
}
