using System.Collections.Concurrent;
using System.Globalization;

namespace Project06.StandInBank;

/// <summary>An order of a merchant.</summary>
public sealed class Order
{
    public required string Id { get; init; }
    public required string Reference { get; init; }
    public required long Amount { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required string ReturnUrl { get; init; }
    public required string Collector { get; init; }
    public string Status { get; set; } = "pending";
    public ConcurrentQueue<Transfer> Transfers { get; } = new();
}

/// <summary>Money that came in.</summary>
public sealed record Transfer(string Transaction, long Amount, DateTimeOffset At);

/// <summary>Money that went back.</summary>
public sealed record GivenBack(Guid Id, string Transaction, long Amount, DateTimeOffset At);

/// <summary>A line of the day's statement.</summary>
public sealed record Line(string Type, string Transaction, string Reference, long Amount, DateTimeOffset At);

/// <summary>The bank's memory; it forgets all when it stops.</summary>
public sealed class BankBooks(TimeProvider clock)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private readonly ConcurrentDictionary<string, Order> _orders = new();
    private readonly ConcurrentDictionary<Guid, GivenBack> _refunds = new();

    /// <summary>Lines that fit no order: for comparisons that don't come out even.</summary>
    public ConcurrentQueue<Line> Strays { get; } = new();

    /// <summary>Asked twice with one reference, there is one order.</summary>
    public Order Open(string reference, long amount, DateTimeOffset expiresAt, string returnUrl, string collector) => _orders.GetOrAdd(reference, _ => new Order
    {
        Id = Guid.NewGuid().ToString("N"),
        Reference = reference,
        Amount = amount,
        ExpiresAt = expiresAt,
        ReturnUrl = returnUrl,
        Collector = collector,
    });

    public Order? Find(string reference) => _orders.GetValueOrDefault(reference);

    public Order? FindById(string id) => _orders.Values.FirstOrDefault(o => o.Id == id);

    /// <summary>Somebody pays. A bank takes money for an order whose time ran out as well.</summary>
    public Transfer Pay(Order order, long amount)
    {
        var transfer = new Transfer(
            string.Create(CultureInfo.InvariantCulture, $"FT{clock.GetUtcNow():yyMMdd}{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}"), amount, clock.GetUtcNow());
        order.Transfers.Enqueue(transfer);
        order.Status = "paid";
        return transfer;
    }

    /// <summary>Given once by its id, and no more than came.</summary>
    public GivenBack? Refund(Guid id, string transaction, long amount)
    {
        if (_refunds.TryGetValue(id, out var known))
            return known;
        var came = _orders.Values.SelectMany(o => o.Transfers).FirstOrDefault(t => t.Transaction == transaction);
        var gone = _refunds.Values.Where(r => r.Transaction == transaction).Sum(r => r.Amount);
        return came is null || amount <= 0 || gone + amount > came.Amount ? null : _refunds.GetOrAdd(id, new GivenBack(id, transaction, amount, clock.GetUtcNow()));
    }

    public IReadOnlyList<GivenBack> Refunds => [.. _refunds.Values];

    /// <summary>A day in Vietnam.</summary>
    public IReadOnlyList<Line> Statement(DateOnly day) =>
    [
        .. _orders.Values.SelectMany(o => o.Transfers.Select(t => new Line("payment", t.Transaction, o.Reference, t.Amount, t.At)))
            .Concat(_refunds.Values.Select(r => new Line("refund", r.Id.ToString(), r.Id.ToString(), r.Amount, r.At)))
            .Concat(Strays)
            .Where(l => DateOnly.FromDateTime(l.At.ToOffset(Vietnam).DateTime) == day).OrderBy(l => l.At),
    ];
}
