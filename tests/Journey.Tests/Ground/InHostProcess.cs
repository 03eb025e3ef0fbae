using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Project06.BuildingBlocks.Jobs;
using Project06.Journey.Tests.Ground;

[assembly: HostingStartup(typeof(InHostProcess))]

namespace Project06.Journey.Tests.Ground;

/// <summary>
/// What a <see cref="HostProcess"/> has more than the program that is shipped: a clock that runs from the tests' day on,
/// pretended client addresses, and a job that says when it ran.
/// </summary>
internal sealed class InHostProcess : IHostingStartup, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public const string Shift = "P06_TEST_SHIFT", Ticks = "P06_TEST_TICKS", Job = "test.tick";

    public void Configure(IWebHostBuilder builder)
    {
        builder.UseStaticWebAssets();
        builder.ConfigureServices(services =>
        {
            services.AddTransient<IStartupFilter, TestHost.PretendedAddress>();
            if (Environment.GetEnvironmentVariable(Ticks) is { Length: > 0 })
                services.AddScheduledJob<Tick>(Job, TimeSpan.FromSeconds(1));
        });
        DiagnosticListener.AllListeners.Subscribe(this);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    // The clock is changed when all have registered, as WebApplicationFactory does it: the scheduler brings one too.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder host })
            host.ConfigureServices(services =>
            {
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(new ShiftedClock(Environment.GetEnvironmentVariable(Shift)!));
            });
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private sealed class ShiftedClock(string shift) : TimeProvider
    {
        private readonly TimeSpan _shift = TimeSpan.ParseExact(shift, "c", CultureInfo.InvariantCulture);

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;
    }

    /// <summary>One byte a run at the end of a file that all processes share.</summary>
    internal sealed class Tick : IScheduledJob
    {
        public async Task RunAsync(CancellationToken cancellationToken)
        {
            await using var file = new FileStream(Environment.GetEnvironmentVariable(Ticks)!, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.WriteByte((byte)'.');
        }
    }
}
