using Project06.BuildingBlocks.Time;

namespace Project06.Testing;

/// <summary>A clock that stands until it is moved. Timers and timestamps are real, so that waiting still ends.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks = TestNation.Today.At(new TimeOnly(9, 0)).UtcTicks;

    /// <summary>The instant it shows; a Friday morning in working time to begin with.</summary>
    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _ticks, value.UtcTicks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Moves on.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    /// <summary>Shows a wall-clock time in Vietnam.</summary>
    public void Set(DateOnly date, TimeOnly time) => Now = date.At(time);
}
