namespace Project06.PublicServices.Features.Fees;

/// <summary>The payment gateway of a bank, outside. Everything is idempotent by its key; nothing said to it names anybody.</summary>
internal interface IPaymentGateway
{
    /// <summary>Opens an order; asked twice with one reference it answers with the one order.</summary>
    Task<GatewayOrder> CreateAsync(OrderToCreate order, CancellationToken cancellationToken);

    /// <summary>What became of an order; null when the gateway doesn't know it.</summary>
    Task<OrderStatus?> QueryAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Gives money back; asked twice with one id it is given once. True: done; false: being done.</summary>
    Task<bool> RefundAsync(Guid id, string transaction, long amount, CancellationToken cancellationToken);

    /// <summary>Every transfer and refund of a day.</summary>
    Task<IReadOnlyList<StatementLine>> StatementAsync(DateOnly day, CancellationToken cancellationToken);
}

internal sealed record OrderToCreate(string Reference, long Amount, DateTimeOffset ExpiresAt, string ReturnUrl, string Collector);

internal sealed record GatewayOrder(string OrderId, string? PayUrl);

/// <param name="Status"><c>pending</c>, <c>paid</c>, <c>failed</c> or <c>expired</c>.</param>
internal sealed record OrderStatus(string Reference, string Status, IReadOnlyList<ToldTransfer> Transfers);

/// <summary>Money that reached the account.</summary>
internal sealed record ToldTransfer(string Transaction, long Amount, DateTimeOffset At);

/// <param name="Type"><c>payment</c> or <c>refund</c>.</param>
/// <param name="Reference">The order's reference, or the refund's id.</param>
internal sealed record StatementLine(string Type, string Transaction, string Reference, long Amount, DateTimeOffset At);

/// <summary>The gateway doesn't answer, or not as agreed: worth another try.</summary>
internal sealed class GatewayException(string message, Exception? inner = null) : Exception(message, inner);
