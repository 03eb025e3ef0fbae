using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Jobs;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Testing;

/// <summary>What runs in the background otherwise, run by the test.</summary>
public static class Delivering
{
    /// <summary>
    /// Delivers events of all modules, and those they cause, until none waits. A reaction that fails fails the test.
    /// </summary>
    /// <param name="host">The delivering host.</param>
    /// <param name="mayFail">Leaves failures to the caller, who looks at the deliveries.</param>
    public static async Task DrainOutboxAsync(this TestHost host, bool mayFail = false)
    {
        var dispatcher = host.Services.GetRequiredService<SubjectDispatcher>();
        var modules = host.Services.GetServices<ModuleDescriptor>().ToList();
        for (var delivered = true; delivered;)
        {
            delivered = false;
            foreach (var module in modules)
            {
                while (await dispatcher.DeliverNextAsync(module, evenIfLater: true, CancellationToken.None))
                    delivered = true;
            }
        }
        if (mayFail)
            return;
        foreach (var module in modules)
        {
            var failed = await host.Database.QueryAsync<string>(
                $"SELECT consumer || ' on ' || subject || ': ' || last_error FROM {module.Schema}.deliveries WHERE done_at IS NULL");
            if (failed.Count > 0)
                Assert.Fail($"Not delivered: {string.Join("\n", failed)}\n{host.Log.Tail(1)}");
        }
    }

    /// <summary>Runs a job once, as its schedule would.</summary>
    public static Task RunJobAsync(this TestHost host, string name) =>
        host.Services.GetRequiredService<JobRunner>().RunAsync(name, CancellationToken.None);

    /// <summary>The names of the events a module has written about a subject, in order; all subjects when null.</summary>
    public static Task<List<string>> EventNamesAsync(this TestDatabase database, string schema, string? subject = null) =>
        subject is null
            ? database.QueryAsync<string>($"SELECT name FROM {schema}.events ORDER BY id")
            : database.QueryAsync<string>($"SELECT name FROM {schema}.events WHERE subject = $1 ORDER BY subject_version", subject);
}
