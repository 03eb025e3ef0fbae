using System.Security.Cryptography;
using System.Text;

namespace Project06.CivilStatus.Domain;

/// <summary>Fingerprint of what a signed paper says: a row changed behind the program's back is found out by it.</summary>
internal static class ContentHash
{
    public static string Of(IEnumerable<string?> parts)
    {
        var said = new StringBuilder();
        foreach (var part in parts)
            said.Append(part?.Replace('\n', ' ')).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
    }
}
