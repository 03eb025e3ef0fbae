namespace Project06.EndToEnd.Tests.Sweep;

// One's own record, household and residences, and the list of households that wait for a head.
internal sealed partial class Scenery
{
    private static readonly IReadOnlyList<Round> People =
    [
        new("neighbour-31",
        [
            new("my-data", "/my-data", "/my-data"),
            new("my-data-before", "/my-data", "/my-data?on=1900-01-01"),
            new("my-household", "/my-data/household", "/my-data/household"),
            new("my-residences", "/my-data/residences", "/my-data/residences"),
        ]),
        new("police", [new("headless", "/population/households", "/population/households")]),
    ];
}
