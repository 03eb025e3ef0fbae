using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Project06.StandInBank;

/// <summary>The bank's own reading of the protocol: it shares no code with the product.</summary>
public static class Signature
{
    public static string Of(string secret, string method, string path, string timestamp, string nonce, byte[] body)
    {
        var lines = string.Join('\n', method, path, timestamp, nonce, Convert.ToHexString(SHA256.HashData(body)).ToLowerInvariant());
        return Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(lines))).ToLowerInvariant();
    }

    /// <summary>Headers of a signed message.</summary>
    public static Dictionary<string, string> Headers(string secret, string method, string path, byte[] body, DateTimeOffset now, string? nonce = null)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        nonce ??= Guid.NewGuid().ToString("N");
        return new Dictionary<string, string>
        {
            ["X-Timestamp"] = timestamp,
            ["X-Nonce"] = nonce,
            ["X-Signature"] = Of(secret, method, path, timestamp, nonce, body),
        };
    }

    public static bool IsRight(string secret, HttpRequest request, byte[] body, DateTimeOffset now) =>
        long.TryParse(request.Headers["X-Timestamp"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= 300
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(request.Headers["X-Signature"].ToString()),
            Encoding.ASCII.GetBytes(Of(secret, request.Method, request.Path + request.QueryString, request.Headers["X-Timestamp"]!, request.Headers["X-Nonce"].ToString(), body)));
}
