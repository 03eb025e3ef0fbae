using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// How requests and callbacks are signed: HMAC-SHA256, in hex, over method, path with query, seconds since 1970, nonce and the
/// SHA-256 of the body, each on its line.
/// </summary>
internal static class GatewaySignature
{
    public const string Merchant = "X-Merchant", Timestamp = "X-Timestamp", Nonce = "X-Nonce", Signature = "X-Signature", IdempotencyKey = "Idempotency-Key";

    public static string Of(byte[] key, string method, string pathAndQuery, string timestamp, string nonce, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(
            $"{method}\n{pathAndQuery}\n{timestamp}\n{nonce}\n{Convert.ToHexStringLower(SHA256.HashData(body))}")));

    public static bool IsRight(
        byte[] key, string method, string pathAndQuery, string? timestamp, string? nonce, ReadOnlySpan<byte> body, string? signature) =>
        timestamp is not null && nonce is { Length: >= 16 and <= 80 } && signature is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Of(key, method, pathAndQuery, timestamp, nonce, body)));

    /// <summary>Whether it was signed about now.</summary>
    public static bool IsFresh(string? timestamp, DateTimeOffset now, int minutes) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= minutes * 60L;
}
