using System.Diagnostics;
using Npgsql;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Time;
using Project06.DemoNation;

namespace Project06.Host.Startup;

/// <summary>Makes the sample nation once, where configuration asks for one (<c>Demo:People</c> &gt; 0).</summary>
/// <remarks>Runs before anything is served and after the reference data is there: it is registered after that module.</remarks>
internal sealed class SampleNation(IServiceProvider services, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var people = configuration.GetValue("Demo:People", 0);
        if (people <= 0)
            return;
        var note = Path.Combine(configuration["Data:Folder"] ?? Path.GetTempPath(), "sample-accounts.txt");
        // Hosts that start together on an empty database take turns: the first makes the nation.
        await using var turn = await services.GetRequiredService<ModuleDataSources>().OfRole("p06_host").OpenConnectionAsync(cancellationToken);
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('sample-nation'))", turn))
            await wait.ExecuteNonQueryAsync(cancellationToken);
        if (!await IsThereAsync(cancellationToken))
        {
            var nation = Nation.Generate(
                new DemoNationOptions
                {
                    People = people,
                    Seed = SampleAccounts.Seed(configuration),
                    Today = clock.Today(),
                },
                Path.Combine(AppContext.BaseDirectory, "data"));
            await SeedAsync(services, nation, cancellationToken);
            await File.WriteAllTextAsync(note, SampleAccounts.Table(nation), cancellationToken);
        }
        if (environment.IsDevelopment() && File.Exists(note))
        {
            Console.WriteLine($"""

                Dịch vụ công 06 – {configuration["Site:BaseUrl"]} (dữ liệu mẫu / sample data)

                {await File.ReadAllTextAsync(note, cancellationToken)}

                Mã một lần / one-time code: ./dev code NAME

                """);
        }
    }

    private async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        await using var command = services.GetRequiredService<ModuleDataSources>().OfRole("p06_steering")
            .CreateCommand("SELECT EXISTS (SELECT FROM steering.dossier_facts)");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public static async Task SeedAsync(IServiceProvider services, Nation nation, CancellationToken cancellationToken)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("Project06.SampleNation");
        await using var scope = services.CreateAsyncScope();
        foreach (var seeder in scope.ServiceProvider.GetServices<IDemoSeeder<Nation>>().OrderBy(s => s.Order))
        {
            var started = Stopwatch.GetTimestamp();
            await seeder.SeedAsync(nation, cancellationToken);
            log.LogInformation("{Seeder} took {Seconds:0.0} s", seeder.GetType().Name, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
