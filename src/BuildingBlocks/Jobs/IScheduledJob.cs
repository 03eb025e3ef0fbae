namespace Project06.BuildingBlocks.Jobs;

/// <summary>
/// Work of a module that the passing of time starts. Runs in its own scope, on one host at a time however many there
/// are; what it leaves undone, the next run does.
/// </summary>
public interface IScheduledJob
{
    /// <summary>Runs once. A thrown exception is recorded as this run's outcome and changes nothing for the next.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
