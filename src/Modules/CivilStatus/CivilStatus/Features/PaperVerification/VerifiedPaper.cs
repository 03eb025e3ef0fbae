using Project06.BuildingBlocks.Access;

namespace Project06.CivilStatus.Features.PaperVerification;

/// <summary>What the public page says of a paper.</summary>
internal enum PaperVerdict
{
    /// <summary>No signed paper has this address.</summary>
    Unknown,
    /// <summary>Signed and in force.</summary>
    Valid,
    /// <summary>Signed once, out of force since.</summary>
    Revoked,
    /// <summary>The register doesn't say what was signed; ask the office.</summary>
    Doubtful,
}

/// <summary>One line to compare with the paper in hand: key of its text, and a value.</summary>
internal sealed record VerifiedLine(string Key, string Value);

/// <summary>A signed paper behind an address, whatever register it comes from.</summary>
/// <param name="Verdict">Whether it is valid.</param>
/// <param name="RevokedAt">Since when it isn't.</param>
/// <param name="Lines">What it says, in the least that tells a true paper from an altered one.</param>
/// <param name="People">Whose data the lines show.</param>
/// <param name="ProcedureCode">The procedure it was the result of.</param>
internal sealed record VerifiedPaper(
    PaperVerdict Verdict, DateTimeOffset? RevokedAt, IReadOnlyList<VerifiedLine> Lines, IReadOnlyList<PersonShown> People, string ProcedureCode)
{
    /// <summary>"•••••••••123": enough to compare with the paper in hand, too little to learn the number here.</summary>
    public static string Masked(string? number) => number is { Length: > 3 } ? new string('•', number.Length - 3) + number[^3..] : "–";

    public static PaperVerdict Judge(bool revoked, bool holds) =>
        revoked ? PaperVerdict.Revoked : holds ? PaperVerdict.Valid : PaperVerdict.Doubtful;
}
