namespace Project06.BuildingBlocks.Demo;

/// <summary>
/// A module's slice of the sample nation. The host runs the seeders in order at start where sample data is asked for
/// (configuration <c>Demo:People</c> > 0); each copies its rows under its own module's role and does nothing when
/// its tables hold rows already. Sample data is marked as such on every page.
/// </summary>
/// <typeparam name="TNation">The generated nation; BuildingBlocks doesn't know its shape.</typeparam>
public interface IDemoSeeder<in TNation>
{
    /// <summary>Seeders run from low to high.</summary>
    int Order { get; }

    /// <summary>Copies the slice.</summary>
    Task SeedAsync(TNation nation, CancellationToken cancellationToken);
}
