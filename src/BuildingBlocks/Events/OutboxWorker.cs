using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Events;

/// <summary>Delivers events as they come: woken by NOTIFY over one connection, and every few seconds for retries.</summary>
internal sealed class OutboxWorker(
    SubjectDispatcher dispatcher, IEnumerable<ModuleDescriptor> modules, ModuleDataSources sources, ILogger<OutboxWorker> log)
    : BackgroundService
{
    private const int WorkersPerModule = 2;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Channel<bool>> _wakes = modules.ToDictionary(m => m.Schema, _ =>
        Channel.CreateBounded<bool>(new BoundedChannelOptions(WorkersPerModule) { FullMode = BoundedChannelFullMode.DropWrite }));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        modules.SelectMany(m => Enumerable.Range(0, WorkersPerModule).Select(_ => DeliverAsync(m, stoppingToken)))
            .Append(ListenAsync(stoppingToken)));

    private async Task DeliverAsync(ModuleDescriptor module, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (await dispatcher.DeliverNextAsync(module, evenIfLater: false, stop))
                {
                }
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                // The database is away: the rows are still there when it is back.
                log.LogWarning("Outbox of {Schema} is waiting: {Reason}", module.Schema, exception.Message);
            }
            await WaitAsync(_wakes[module.Schema], stop);
        }
    }

    private static async Task WaitAsync(Channel<bool> wakes, CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(Idle);
        try
        {
            await wakes.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody woke us: look again for retries that are due.
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await sources.Of(modules.First()).OpenConnectionAsync(stop);
                connection.Notification += (_, wake) =>
                {
                    if (_wakes.TryGetValue(wake.Payload, out var channel))
                    {
                        for (var i = 0; i < WorkersPerModule; i++)
                            channel.Writer.TryWrite(true);
                    }
                };
                await using (var listen = new NpgsqlCommand("LISTEN p06_outbox", connection))
                    await listen.ExecuteNonQueryAsync(stop);
                while (!stop.IsCancellationRequested)
                    await connection.WaitAsync(stop);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("Listening for events is interrupted: {Reason}", exception.Message);
                await Task.Delay(Idle, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
