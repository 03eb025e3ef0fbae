using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Events;

internal sealed class EventRow
{
    public required Guid Id { get; init; }
    public required string Subject { get; init; }
    public required int SubjectVersion { get; init; }
    public required string Name { get; init; }
    public required string Payload { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public string? CorrelationId { get; init; }
}

internal sealed class DeliveryRow
{
    public long Id { get; init; }
    public required Guid EventId { get; init; }
    public required string Consumer { get; init; }
    public required string Subject { get; init; }
    public required int SubjectVersion { get; init; }
}

internal sealed class InboxRow
{
    public required Guid EventId { get; init; }
    public required string Consumer { get; init; }
}

internal static class OutboxMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<EventRow>(e =>
        {
            e.ToTable("events").HasKey(x => x.Id);
            e.Property(x => x.Payload).HasColumnType("jsonb");
        });
        model.Entity<DeliveryRow>(e =>
        {
            e.ToTable("deliveries").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedOnAdd();
            e.HasOne<EventRow>().WithMany().HasForeignKey(x => x.EventId);
        });
        model.Entity<InboxRow>(e => e.ToTable("inbox").HasKey(x => new { x.EventId, x.Consumer }));
    }
}
