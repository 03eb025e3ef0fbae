using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Jobs;
using Project06.Journey.Tests.Ground;

[assembly: HostingStartup(typeof(InHostProcess))]

namespace Project06.Journey.Tests.Ground;

/// <summary>
/// What a <see cref="HostProcess"/> has more than the program that is shipped: the tests' standing clock, pretended client
/// addresses, and a job that says when it ran. Registered before the host's own, which keep what is there.
/// </summary>
internal sealed class InHostProcess : IHostingStartup
{
    public const string Now = "P06_TEST_NOW", Ticks = "P06_TEST_TICKS", Job = "test.tick";

    public void Configure(IWebHostBuilder builder)
    {
        builder.UseStaticWebAssets();
        builder.ConfigureServices(services =>
        {
            var now = DateTimeOffset.Parse(Environment.GetEnvironmentVariable(Now)!, CultureInfo.InvariantCulture);
            services.AddSingleton<TimeProvider>(new TestClock { Now = now });
            services.AddTransient<IStartupFilter, TestHost.PretendedAddress>();
            if (Environment.GetEnvironmentVariable(Ticks) is { Length: > 0 })
                services.AddScheduledJob<Tick>(Job, TimeSpan.FromSeconds(1));
        });
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
