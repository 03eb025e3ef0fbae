using Project06.BuildingBlocks.Events;

namespace Project06.PublicServices.Contracts;

/// <summary>A dossier owes nothing any more: paid, or found exempt. The figures of payment are made from it.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="PaymentId">The payment that counts; null: exempt.</param>
/// <param name="Method"><c>online</c>, <c>cash</c> or <c>exempt</c>.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="At">When.</param>
[Event("public-services.fee-settled")]
public sealed record FeeSettled(Guid DossierId, Guid? PaymentId, string Method, long Amount, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"dossier:{DossierId}";
}

/// <summary>A leader approved giving money back; PublicServices itself sends it to the bank from here.</summary>
/// <param name="RefundId">The refund.</param>
[Event("public-services.refund-approved")]
public sealed record RefundApproved(Guid RefundId) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"refund:{RefundId}";
}

/// <summary>Money went back.</summary>
/// <param name="RefundId">The refund.</param>
/// <param name="DossierId">Of which dossier.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="At">When.</param>
[Event("public-services.fee-refunded")]
public sealed record FeeRefunded(Guid RefundId, Guid DossierId, long Amount, DateTimeOffset At) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"refund:{RefundId}";
}

/// <summary>A day's payments were compared with the bank's statement.</summary>
/// <param name="Day">Which day, in Vietnam.</param>
/// <param name="Matched">On both sides, with one amount.</param>
/// <param name="MissingHere">At the bank only.</param>
/// <param name="MissingThere">Here only.</param>
/// <param name="Differs">With two amounts.</param>
[Event("public-services.payments-reconciled")]
public sealed record PaymentsReconciled(DateOnly Day, int Matched, int MissingHere, int MissingThere, int Differs) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"statement:{Day:yyyy-MM-dd}";
}
