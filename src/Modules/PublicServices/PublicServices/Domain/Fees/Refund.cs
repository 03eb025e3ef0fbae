using Project06.BuildingBlocks.Money;

namespace Project06.PublicServices.Domain.Fees;

internal enum RefundState { Requested, Approved, Sent, Done, Declined }

/// <summary>Money to give back: requested, approved by a leader, sent to the bank or paid out, done.</summary>
internal sealed class Refund
{
    public const string Withdrawn = "withdrawn", NotAccepted = "not-accepted", Stopped = "stopped",
        SaidTwice = "said-twice", SaidTooMuch = "said-too-much";

    private static readonly string[] OfTheEnd = [Withdrawn, NotAccepted, Stopped], Said = [SaidTwice, SaidTooMuch];

    public required Guid Id { get; init; }
    public required Guid PaymentId { get; init; }

    /// <summary>The bank transfer it is of; null: cash.</summary>
    public string? Transaction { get; init; }

    public required Vnd Amount { get; init; }
    public required string Reason { get; init; }
    public string? Legal { get; init; }

    /// <summary>What the applicant says who asks for it.</summary>
    public string? Words { get; init; }

    public RefundState State { get; private set; }
    public required string Organisation { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public Guid? RequestedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public string? Comment { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public Guid? DoneBy { get; private set; }

    /// <summary>Only what the office once had by right can be kept; a transfer too much, too little or twice is the sender's.</summary>
    public static bool CanDecline(string reason) => OfTheEnd.Contains(reason) || Said.Contains(reason);

    /// <summary>What of a payment that counts isn't given back yet, nor about to be.</summary>
    public static Vnd LeftOf(Payment payment, IEnumerable<Refund> refunds) => refunds
        .Where(r => r.PaymentId == payment.Id && r.State != RefundState.Declined && (OfTheEnd.Contains(r.Reason) || Said.Contains(r.Reason)))
        .Aggregate(payment.Amount, (left, r) => left - r.Amount);

    /// <summary>What an applicant can ask for by hand, beside what the bank's word brings by itself.</summary>
    public static IReadOnlyList<string> Askable(int state) => state == DossierLifecycle.Withdrawn ? [Withdrawn, .. Said] : Said;

    /// <summary>Whether the whole payment goes back, so that it no longer counts.</summary>
    public bool EndsPayment => OfTheEnd.Contains(Reason);

    public bool Approve(Guid by, DateTimeOffset now) => DecideAs(RefundState.Approved, by, null, now);

    public bool Decline(Guid by, string why, DateTimeOffset now) => DecideAs(RefundState.Declined, by, why, now);

    public void Send(DateTimeOffset now)
    {
        if (State == RefundState.Approved)
            (State, SentAt) = (RefundState.Sent, now);
    }

    public bool Finish(Guid? by, DateTimeOffset now)
    {
        if (State is not (RefundState.Approved or RefundState.Sent))
            return false;
        (State, DoneAt, DoneBy) = (RefundState.Done, now, by);
        return true;
    }

    private bool DecideAs(RefundState state, Guid by, string? comment, DateTimeOffset now)
    {
        if (State != RefundState.Requested)
            return false;
        (State, DecidedBy, Comment, DecidedAt) = (state, by, comment, now);
        return true;
    }
}
