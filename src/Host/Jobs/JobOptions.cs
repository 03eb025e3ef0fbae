namespace Project06.Host.Jobs;

/// <summary>Section <c>Jobs</c> of the configuration.</summary>
internal sealed class JobOptions
{
    /// <summary>Whether this host takes part in running jobs. Off, they run only when asked for by name.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many runs of a job are kept.</summary>
    public int KeepRuns { get; set; } = 50;
}
