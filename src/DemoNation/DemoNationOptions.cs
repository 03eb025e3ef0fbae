namespace Project06.DemoNation;

/// <summary>What decides a demo nation: the same three values give the same people, byte for byte, on any machine.</summary>
/// <param name="Seed">Start of the random sequence.</param>
/// <param name="People">Living residents, at least 2,000; the dead that kinship needs come on top.</param>
/// <param name="Today">The day the nation is seen on; <c>default</c> means 21 November 2026.</param>
public sealed record DemoNationOptions(ulong Seed = 6, int People = 200_000, DateOnly Today = default)
{
    /// <summary>The ward of Hà Nội that is generated at full size, and where the demo accounts live.</summary>
    public const string WardCode = "00082";

    /// <summary>The rural commune (Lào Cai, several ethnic groups) that is generated at full size.</summary>
    public const string RuralCommuneCode = "02923";

    internal DateOnly Day => Today == default ? new DateOnly(2026, 11, 21) : Today;
}
