using System.Buffers.Text;
using System.Security.Cryptography;

namespace Project06.CivilStatus.Features.Registers;

/// <summary>Addresses of papers' public pages.</summary>
internal static class PublicTokens
{
    /// <summary>128 random bits: nobody comes upon another family's paper by counting.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
