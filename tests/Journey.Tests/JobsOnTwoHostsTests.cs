using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Project06.BuildingBlocks.Jobs;
using Project06.Testing;

namespace Project06.Journey.Tests;

/// <summary>Two hosts on one database: each firing of a job runs on one of them.</summary>
public sealed class JobsOnTwoHostsTests
{
    private static readonly ConcurrentQueue<DateTimeOffset> Ran = new();

    private sealed class Tick : IScheduledJob
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            Ran.Enqueue(TimeProvider.System.GetUtcNow());
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Jobs_OnTwoHosts_RunOncePerFiring()
    {
        await using var database = await TestDatabase.CreateAsync();
        var one = new TestHost(database, Options());
        var two = new TestHost(database, Options());
        _ = one.Services;
        _ = two.Services;

        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(40);
        while (Ran.Count < 5 && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(200);
        await one.DisposeAsync();
        await two.DisposeAsync();

        var firings = await database.QueryAsync<DateTime>(
            "SELECT scheduled_for FROM host.job_runs WHERE job = 'test.tick' AND outcome = 'Done'");
        Assert.True(firings.Count >= 4, $"{firings.Count} firings were written down; {one.Log.Tail(3)}");
        Assert.Equal(firings.Count, firings.Distinct().Count());
        Assert.InRange(Ran.Count, firings.Count, firings.Count + 1);
    }

    // A real clock: the scheduler waits for real seconds.
    private static TestHostOptions Options() => new()
    {
        Background = true,
        Services = services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton(TimeProvider.System);
            services.AddScheduledJob<Tick>("test.tick", TimeSpan.FromSeconds(1));
        },
    };
}
