namespace Project06.Steering.Domain;

/// <summary>What a figure should reach, with the text that says so.</summary>
internal sealed class Target
{
    /// <summary>One of <see cref="Figures"/>.</summary>
    public required string Figure { get; init; }

    /// <summary>At least this much; a share from 0 to 1.</summary>
    public required decimal AtLeast { get; init; }

    /// <summary>Vietnamese, as cited.</summary>
    public required string LegalReference { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day, inclusive; null: still in force.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>The figures, as addresses and the targets' table name them.</summary>
internal static class Figures
{
    public const string Received = "received", InTime = "in-time", Online = "online", Hours = "hours";

    public static readonly IReadOnlyList<string> All = [Received, InTime, Online, Hours];
}
