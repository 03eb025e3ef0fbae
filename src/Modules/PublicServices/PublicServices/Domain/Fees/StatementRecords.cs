using Project06.BuildingBlocks.Money;

namespace Project06.PublicServices.Domain.Fees;

/// <summary>How a line of the bank and a row of ours stand to each other.</summary>
internal enum FindingKind { Matched, MissingHere, MissingThere, Differs }

/// <summary>One day's comparison with the bank's statement.</summary>
internal sealed class StatementDay
{
    public required DateOnly Day { get; init; }
    public required DateTimeOffset ReadAt { get; set; }
    public required int Matched { get; set; }
    public required int MissingHere { get; set; }
    public required int MissingThere { get; set; }
    public required int Differs { get; set; }
    public required Vnd BankTotal { get; set; }
    public required Vnd OurTotal { get; set; }
}

/// <summary>One transfer or refund as both sides have it.</summary>
internal sealed class StatementFinding
{
    public required Guid Id { get; init; }
    public required DateOnly Day { get; init; }
    public required FindingKind Kind { get; init; }
    public required string Transaction { get; init; }
    public string? Reference { get; init; }
    public Guid? PaymentId { get; init; }

    /// <summary>Whose it is; null where the transfer names no order of ours.</summary>
    public string? Organisation { get; init; }

    public Vnd? BankAmount { get; init; }
    public Vnd? OurAmount { get; init; }
    public DateTimeOffset? At { get; init; }
    public DateTimeOffset? ResolvedAt { get; private set; }
    public Guid? ResolvedBy { get; private set; }
    public string? Resolution { get; private set; }
    public string? Comment { get; private set; }

    public bool Resolve(string how, Guid by, string? comment, DateTimeOffset now)
    {
        if (ResolvedAt is not null || Kind == FindingKind.Matched)
            return false;
        (Resolution, ResolvedBy, Comment, ResolvedAt) = (how, by, comment, now);
        return true;
    }
}
