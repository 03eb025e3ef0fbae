using System.Collections.Frozen;
using System.Security.Cryptography;
using Project06.BuildingBlocks.Money;

namespace Project06.PublicServices.Domain.Fees;

internal enum PaymentMethod { Online, Cash }

internal enum PaymentState { Created, Pending, Paid, Failed, Expired, RefundDue, Refunded, Voided }

/// <summary>Which state of a payment may follow which. One table.</summary>
internal static class PaymentLifecycle
{
    // A bank may say "paid" after "failed", and money may come after the time ran out: it is never refused, only counted or given back.
    private static readonly FrozenDictionary<PaymentState, PaymentState[]> Next = new Dictionary<PaymentState, PaymentState[]>
    {
        [PaymentState.Created] = [PaymentState.Pending, PaymentState.Paid, PaymentState.Failed, PaymentState.Expired, PaymentState.RefundDue],
        [PaymentState.Pending] = [PaymentState.Paid, PaymentState.Failed, PaymentState.Expired, PaymentState.RefundDue],
        [PaymentState.Failed] = [PaymentState.Paid, PaymentState.RefundDue],
        [PaymentState.Expired] = [PaymentState.Paid, PaymentState.RefundDue],
        [PaymentState.Paid] = [PaymentState.RefundDue, PaymentState.Voided],
        [PaymentState.RefundDue] = [PaymentState.Refunded, PaymentState.Paid],
        [PaymentState.Refunded] = [PaymentState.RefundDue, PaymentState.Paid],
        [PaymentState.Voided] = [],
    }.ToFrozenDictionary();

    public static bool Allows(PaymentState from, PaymentState to) => Next[from].Contains(to);
}

/// <summary>One way in which somebody sets out to pay what a dossier owes.</summary>
internal sealed class Payment
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }

    /// <summary>What the transfer says: short, and tells nothing about anybody.</summary>
    public required string Reference { get; init; }

    public required PaymentMethod Method { get; init; }
    public PaymentState State { get; private set; }
    public required Vnd Amount { get; init; }
    public required string Organisation { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? SettledAt { get; private set; }
    public string? GatewayOrder { get; private set; }
    public string? PayAddress { get; private set; }

    /// <summary>Who took the cash.</summary>
    public Guid? ClerkId { get; init; }

    public Vnd? Tendered { get; init; }
    public Guid? PayInId { get; private set; }

    public bool IsWaiting => State is PaymentState.Created or PaymentState.Pending;
    public Vnd Change => Tendered is { } given ? given - Amount : Vnd.Zero;

    public void Order(string gatewayOrder, string? payAddress)
    {
        Go(PaymentState.Pending);
        (GatewayOrder, PayAddress) = (gatewayOrder, payAddress);
    }

    public void Pay(DateTimeOffset now)
    {
        Go(PaymentState.Paid);
        SettledAt = now;
    }

    public void Fail() => Go(PaymentState.Failed);

    public void Expire() => Go(PaymentState.Expired);

    public void OweBack() => Go(PaymentState.RefundDue);

    /// <summary>A leader declined to give it back: it counts as before.</summary>
    public void Keep() => Go(PaymentState.Paid);

    public void GiveBack() => Go(PaymentState.Refunded);

    public void Void() => Go(PaymentState.Voided);

    public void HandIn(Guid payIn) => PayInId = payIn;

    /// <summary>P06 and ten letters that nobody confuses: a memo takes 25.</summary>
    public static string NewReference() => "P06" + RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 10);

    private void Go(PaymentState to)
    {
        if (!PaymentLifecycle.Allows(State, to))
            throw new InvalidOperationException($"A payment that is {State} can't become {to}.");
        State = to;
    }
}
