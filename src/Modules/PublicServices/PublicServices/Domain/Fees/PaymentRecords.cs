using Project06.BuildingBlocks.Money;

namespace Project06.PublicServices.Domain.Fees;

/// <summary>One thing that happened to a payment; never changed.</summary>
internal sealed class PaymentEvent
{
    public required Guid Id { get; init; }
    public required Guid PaymentId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }

    /// <summary>Who said so: callback, poll, citizen, statement, office, time.</summary>
    public required string Source { get; init; }

    public Vnd? Amount { get; init; }
}

/// <summary>Money that reached the account, as the bank tells it; one row however often it is told.</summary>
internal sealed class BankTransfer
{
    public required string Transaction { get; init; }
    public required Guid PaymentId { get; init; }
    public required Vnd Amount { get; init; }

    /// <summary>When by the bank.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset KnownAt { get; init; }
    public required string Source { get; init; }

    /// <summary><see cref="TransferOutcomes"/>.</summary>
    public required string Outcome { get; init; }
}

/// <summary>What became of a transfer; all but the first are the reasons of a refund.</summary>
internal static class TransferOutcomes
{
    public const string Counted = "counted", Short = "short", Excess = "excess", Double = "double", NotOwed = "not-owed";
}

/// <summary>A bank's nonce that was seen; its callback is not heard again.</summary>
internal sealed class CallbackNonce
{
    public required string Nonce { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Biên lai: numbered by organisation and year without a gap; a voided one keeps its number.</summary>
internal sealed class FeeReceipt
{
    public required Guid Id { get; init; }
    public required Guid PaymentId { get; init; }
    public required string Organisation { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required Vnd Amount { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public Guid? IssuedBy { get; init; }
    public DateTimeOffset? VoidedAt { get; private set; }
    public string? VoidReason { get; private set; }

    public string Written => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number:000000}/{Year}");

    public void Void(string reason, DateTimeOffset now) => (VoidReason, VoidedAt) = (reason, now);
}

/// <summary>A clerk hands in the cash of a day.</summary>
internal sealed class CashPayIn
{
    public required Guid Id { get; init; }
    public required string Organisation { get; init; }
    public required Guid ClerkId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>What the receipts add up to.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>What was counted; a difference stays visible.</summary>
    public required Vnd Counted { get; init; }

    public required int Payments { get; init; }
    public required DateTimeOffset At { get; init; }
}
