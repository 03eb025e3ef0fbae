using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Journey.Tests.Outbox;

/// <summary>An event of no module of the product.</summary>
[Event("probe.counted")]
internal sealed record Counted(string Subject, int Number) : IEvent;

/// <summary>What the reaction leaves behind; ids are given in the order of effects.</summary>
internal sealed class Effect
{
    public long Id { get; init; }
    public required string Subject { get; init; }
    public required int Number { get; init; }
}

internal sealed class ProbeDbContext(DbContextOptions<ProbeDbContext> options) : ModuleDbContext(options)
{
    protected override string Schema => "probe";

    protected override void MapModule(ModelBuilder model) => model.Entity<Effect>(e =>
    {
        e.ToTable("effects").HasKey(x => x.Id);
        e.Property(x => x.Id).ValueGeneratedOnAdd();
    });
}

[DbContext(typeof(ProbeDbContext)), Migration("20261122090000_create_effects")]
internal sealed class CreateEffects : SqlMigration;

/// <summary>How the reaction fails: so many times for an event, before its effect or right after it was committed.</summary>
internal sealed class Trouble
{
    private readonly ConcurrentDictionary<(string, int), int> _attempts = new();

    /// <summary>An event that never works, until it is mended.</summary>
    public Counted? Poison { get; set; }

    /// <summary>Up to this many failures for an event; 0 for none.</summary>
    public int Most { get; init; }

    public int AttemptsAt(Counted happened) => _attempts.GetValueOrDefault((happened.Subject, happened.Number));

    public (bool Before, bool After) Next(Counted happened)
    {
        var attempt = _attempts.AddOrUpdate((happened.Subject, happened.Number), 1, (_, n) => n + 1);
        if (happened == Poison)
            return (true, false);
        // Looks random and is the same at every run.
        var fails = Most == 0 ? 0 : (happened.Number * 7919 + happened.Subject.Length * 31 + happened.Subject[^1]) % (Most + 1);
        return attempt > fails ? (false, false) : attempt % 2 == 1 ? (true, false) : (false, true);
    }
}

internal sealed class OnCounted(ProbeDbContext db, Trouble trouble) : IEventHandler<Counted>
{
    public async Task HandleAsync(Counted happened, EventContext context, CancellationToken cancellationToken)
    {
        var (before, after) = trouble.Next(happened);
        if (before)
            throw new InvalidOperationException("Fails before its effect.");
        db.Add(new Effect { Subject = happened.Subject, Number = happened.Number });
        await Task.Delay(1, cancellationToken);
        if (!after)
            return;
        await db.SaveChangesAsync(cancellationToken);
        throw new InvalidOperationException("Fails once its effect is committed.");
    }
}
