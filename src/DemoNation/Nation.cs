namespace Project06.DemoNation;

/// <summary>A whole synthetic nation in memory, sample data only: real units and frequencies, no real person.</summary>
public sealed class Nation
{
    internal Nation()
    {
    }

    /// <summary>What it was made from.</summary>
    public required DemoNationOptions Options { get; init; }

    /// <summary>The living first, household by household, then the dead.</summary>
    public required IReadOnlyList<DemoPerson> People { get; init; }

    /// <summary>Ordered by commune.</summary>
    public required IReadOnlyList<DemoHousehold> Households { get; init; }

    /// <summary>Marriages of two people who are both in the nation.</summary>
    public required IReadOnlyList<DemoMarriage> Marriages { get; init; }

    /// <summary>The last year's births in the two full communes, by office and entry.</summary>
    public required IReadOnlyList<PastBirth> PastBirths { get; init; }

    /// <summary>The last year's dossiers, by time of receipt.</summary>
    public required IReadOnlyList<PastDossier> PastDossiers { get; init; }

    /// <summary>Demo accounts and other people whom tests look for.</summary>
    public required DemoCast Cast { get; init; }

    /// <summary>Makes the nation.</summary>
    /// <param name="options">Seed, size and day.</param>
    /// <param name="dataFolder">The repository's <c>data</c> folder.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2,000 people.</exception>
    /// <exception cref="FileNotFoundException">A reference file is missing.</exception>
    public static Nation Generate(DemoNationOptions options, string dataFolder)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.People, 2_000);
        return Generation.NationBuilder.Build(options, dataFolder);
    }

    /// <summary>Counts and the SHA-256 over every row; takes about a second.</summary>
    public NationSummary Summarise() => NationSummary.Of(this);
}
