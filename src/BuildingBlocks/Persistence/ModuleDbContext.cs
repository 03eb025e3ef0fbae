using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Files;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>
/// What every module's context has: its schema, snake_case names, and the outbox. Events raised before
/// SaveChangesAsync are written in the same transaction as the change they report.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    private readonly List<IEvent> _raised = [];

    /// <summary>The module's schema.</summary>
    protected abstract string Schema { get; }

    /// <summary>Adds the module's own mappings.</summary>
    protected abstract void MapModule(ModelBuilder model);

    /// <summary>Reports something that happened; stored by the next SaveChangesAsync.</summary>
    public void Raise(IEvent happened) => _raised.Add(happened);

    internal bool HasRaised => _raised.Count > 0;

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        OutboxMapping.Map(modelBuilder);
        MapModule(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_raised.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var owned = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        try
        {
            await WriteRaisedAsync(cancellationToken);
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (owned is not null)
                await owned.CommitAsync(cancellationToken);
            return written;
        }
        finally
        {
            // Saved, or lost with what it reports: a later save in the same scope must not write it.
            _raised.Clear();
            if (owned is not null)
                await owned.DisposeAsync();
        }
    }

    /// <summary>Use <see cref="SaveChangesAsync(bool, CancellationToken)"/>: the outbox is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Save asynchronously.");

    // A subject's versions have no gap and no tie: whoever writes its next event holds its lock until commit, so
    // that delivery in order of version is delivery in order of time.
    private async Task WriteRaisedAsync(CancellationToken cancellationToken)
    {
        var registry = this.GetService<EventRegistry>();
        var now = this.GetService<TimeProvider>().GetUtcNow();
        var correlation = Activity.Current?.TraceId.ToString();
        foreach (var subject in _raised.Select(e => e.Subject).Distinct().Order(StringComparer.Ordinal))
        {
            var key = $"{Schema}:{subject}";
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 6))", cancellationToken);
            var version = await Set<EventRow>().Where(e => e.Subject == subject)
                .MaxAsync(e => (int?)e.SubjectVersion, cancellationToken) ?? 0;
            foreach (var happened in _raised.Where(e => e.Subject == subject))
            {
                var row = new EventRow
                {
                    Id = Guid.CreateVersion7(now),
                    Subject = subject,
                    SubjectVersion = ++version,
                    Name = registry.NameOf(happened.GetType()),
                    Payload = JsonSerializer.Serialize(happened, happened.GetType(), EventRegistry.Json),
                    OccurredAt = now,
                    CorrelationId = correlation,
                };
                Add(row);
                foreach (var consumer in registry.ConsumersOf(row.Name))
                {
                    Add(new DeliveryRow
                    {
                        EventId = row.Id,
                        Consumer = consumer.Name,
                        Subject = subject,
                        SubjectVersion = row.SubjectVersion,
                    });
                }
            }
        }
    }
}
