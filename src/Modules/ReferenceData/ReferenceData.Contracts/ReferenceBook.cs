namespace Project06.ReferenceData.Contracts;

/// <summary>
/// Where every module reads reference data: a singleton that holds the snapshot of the moment. Take
/// <see cref="Current"/> once per piece of work and keep it, so that all its answers fit together.
/// </summary>
public sealed class ReferenceBook
{
    private volatile ReferenceSnapshot? current;

    /// <summary>Whether reference data is there yet.</summary>
    public bool IsLoaded => current is not null;

    /// <summary>The snapshot in force.</summary>
    /// <exception cref="InvalidOperationException">The host hasn't loaded its reference data yet.</exception>
    public ReferenceSnapshot Current =>
        current ?? throw new InvalidOperationException("Reference data isn't loaded yet.");

    /// <summary>Puts a newer snapshot in place. Called by the ReferenceData module, and by tests.</summary>
    /// <param name="snapshot">The snapshot that readers get from now on.</param>
    public void Replace(ReferenceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        current = snapshot;
    }
}
