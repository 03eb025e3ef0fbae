namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>Who of the state's levels handles a procedure; several may.</summary>
[Flags]
internal enum AgencyLevels { None = 0, Commune = 1, Province = 2, Ministry = 4, Other = 8 }

/// <summary>One row of the national catalogue, with what the ministries' annexes add to it.</summary>
internal sealed record CatalogueEntry
{
    /// <summary>As published, malformed ones too. Two rows share 1.014325.</summary>
    public required string Code { get; init; }

    /// <summary>The official name; where a ministry shouts it, in plain letters.</summary>
    public required string Name { get; init; }

    /// <summary>English name where we have one; a translation of ours, not official.</summary>
    public string? EnglishName { get; init; }

    /// <summary>Ministry or province that issued it; empty in one row.</summary>
    public required string Promulgator { get; init; }

    public required IReadOnlyList<string> Sectors { get; init; }
    public required IReadOnlyList<string> Departments { get; init; }
    public required IReadOnlyList<string> Subjects { get; init; }
    public required AgencyLevels Levels { get; init; }

    /// <summary>Only between state agencies.</summary>
    public required bool IsInternal { get; init; }

    /// <summary>One of the 25 services of Decision 06/QĐ-TTg of 2022.</summary>
    public bool IsEssential { get; init; }

    /// <summary>What people call it, in both languages.</summary>
    public IReadOnlyList<string> Sayings { get; init; } = [];

    public IReadOnlyList<string> LifeEvents { get; init; } = [];

    /// <summary>Papers, results and the like, for searching only.</summary>
    public string Told { get; init; } = "";

    /// <summary>Time and fee of the ministry's annex; null where it has no row.</summary>
    public AnnexFacts? Annex { get; init; }

    /// <summary>Null for most: 392 procedures have one.</summary>
    public Description? Description { get; init; }

    public string PromulgatorSlug => Slugs.Of(Promulgator);
    public bool IsOfProvince => Promulgator.StartsWith("UBND", StringComparison.Ordinal) || Promulgator.Contains("tỉnh", StringComparison.Ordinal) || Promulgator.Contains("Thành phố", StringComparison.Ordinal);
    public bool IsForCitizens => Subjects.Any(subject => subject.StartsWith("Công dân", StringComparison.Ordinal));

    /// <summary>Seven digits after one and a point; three codes of the catalogue are not.</summary>
    public bool HasMalformedCode => !(Code.Length == 8 && Code[1] == '.' && Code.All(letter => letter == '.' || char.IsAsciiDigit(letter)));
}

/// <summary>What a ministry's decision tells about a procedure without a full description.</summary>
/// <param name="Decision">Number of the decision that published it.</param>
/// <param name="Times">By channel; the words of the source.</param>
/// <param name="FeeFrom">Đồng; null: not told.</param>
internal sealed record AnnexFacts(
    string Decision, string Agency, string Authority, IReadOnlyList<ChannelTime> Times, long? FeeFrom, long? FeeTo,
    int? Documents, IReadOnlyList<string> LegalBasis);

/// <param name="Channel">ONLINE, DIRECT or POSTAL.</param>
/// <param name="Unit">WORKING_DAY, DAY, HOUR, MONTH, OTHER or empty.</param>
internal sealed record ChannelTime(string Channel, string Time, string Unit);

/// <summary>A code that a ministry's annex has and the catalogue of July 2026 hasn't: repealed or renumbered.</summary>
internal sealed record RetiredCode(string Code, string Name, string Ministry);
