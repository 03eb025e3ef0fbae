using Project06.Population.Contracts;

namespace Project06.Population.Domain;

/// <summary>Sex as other modules write it: the code of QCVN 109 or the word.</summary>
internal static class SexWords
{
    public static Sex Read(string written) => written.Trim().ToLowerInvariant() switch
    {
        "1" or "male" or "nam" => Sex.Male,
        "2" or "female" or "nữ" or "nu" => Sex.Female,
        _ => Sex.Unknown,
    };
}
