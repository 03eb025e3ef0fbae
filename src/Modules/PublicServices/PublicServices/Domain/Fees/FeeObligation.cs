using Project06.BuildingBlocks.Money;

namespace Project06.PublicServices.Domain.Fees;

internal enum ExemptionState { Claimed, Confirmed, Refused }

/// <summary>What a dossier owes, fixed when its applicant or a clerk first acts on it: later tables don't change it.</summary>
internal sealed class FeeObligation
{
    public required Guid DossierId { get; init; }
    public required Vnd Amount { get; init; }
    public required Vnd UnitAmount { get; init; }
    public required int Times { get; init; }
    public required string Legal { get; init; }
    public required bool Verified { get; init; }
    public string? Province { get; init; }

    /// <summary>The day whose law counts.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Who collects: the receiving organisation.</summary>
    public required string Organisation { get; init; }

    public required DateTimeOffset FixedAt { get; init; }
    public string? Exemption { get; private set; }
    public ExemptionState? ExemptionState { get; private set; }
    public DateTimeOffset? ExemptionClaimedAt { get; private set; }
    public DateTimeOffset? ExemptionDecidedAt { get; private set; }
    public Guid? ExemptionDecidedBy { get; private set; }
    public string? ExemptionComment { get; private set; }

    /// <summary>The payment that counts; null: not paid, or exempt.</summary>
    public Guid? PaidBy { get; private set; }

    /// <summary>When nothing was owed any more.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public bool IsOpen => SettledAt is null;

    /// <summary>A kind of person is claimed; once refused it may be claimed again with something else to show.</summary>
    public bool Claim(string exemption, DateTimeOffset now)
    {
        if (!IsOpen || ExemptionState == Fees.ExemptionState.Claimed)
            return false;
        (Exemption, ExemptionState, ExemptionClaimedAt) = (exemption, Fees.ExemptionState.Claimed, now);
        (ExemptionDecidedAt, ExemptionDecidedBy, ExemptionComment) = (null, null, null);
        return true;
    }

    /// <summary>The clerk has seen the evidence, or hasn't.</summary>
    public bool Decide(bool confirmed, Guid by, string? comment, DateTimeOffset now)
    {
        if (!IsOpen || ExemptionState != Fees.ExemptionState.Claimed)
            return false;
        ExemptionState = confirmed ? Fees.ExemptionState.Confirmed : Fees.ExemptionState.Refused;
        (ExemptionDecidedAt, ExemptionDecidedBy, ExemptionComment) = (now, by, comment);
        if (confirmed)
            SettledAt = now;
        return true;
    }

    public void PayBy(Guid payment, DateTimeOffset now) => (PaidBy, SettledAt) = (payment, now);

    /// <summary>Cash was given back the same day: owed again.</summary>
    public void Reopen() => (PaidBy, SettledAt) = (null, null);
}
