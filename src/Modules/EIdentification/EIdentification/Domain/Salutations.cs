using Project06.Population.Contracts;

namespace Project06.EIdentification.Domain;

/// <summary>How Vietnamese pages address somebody, by age and sex.</summary>
internal static class Salutations
{
    public const string Neutral = "bạn";

    public static readonly IReadOnlyList<string> All = ["chị", "anh", "bà", "ông", Neutral];

    public static string Of(Sex sex, int birthYear, int thisYear) => (sex, thisYear - birthYear) switch
    {
        (Sex.Unknown, _) or (_, < 18) => Neutral,
        (Sex.Female, < 60) => "chị",
        (Sex.Female, _) => "bà",
        (_, < 60) => "anh",
        _ => "ông",
    };
}
