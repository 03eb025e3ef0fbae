using Microsoft.Extensions.DependencyInjection;

namespace Project06.BuildingBlocks.Jobs;

/// <summary>Runs a job by name, in a scope of its own. The scheduler goes through here, and so do tests.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<ScheduledJob> jobs)
{
    private readonly Dictionary<string, ScheduledJob> _jobs = jobs.ToDictionary(j => j.Name);

    /// <summary>All jobs of all modules, by name.</summary>
    public IReadOnlyList<ScheduledJob> Jobs => [.. _jobs.Values.OrderBy(j => j.Name, StringComparer.Ordinal)];

    /// <summary>The job of that name; null when no code has it.</summary>
    public ScheduledJob? Find(string name) => _jobs.GetValueOrDefault(name);

    /// <summary>Runs the job now, on this host, whatever its schedule says.</summary>
    /// <exception cref="KeyNotFoundException">No code has a job of that name.</exception>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        var job = Find(name) ?? throw new KeyNotFoundException($"No code has a job {name}.");
        await using var scope = scopes.CreateAsyncScope();
        await ((IScheduledJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancellationToken);
    }
}
