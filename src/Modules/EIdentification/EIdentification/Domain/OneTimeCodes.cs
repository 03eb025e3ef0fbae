using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Project06.EIdentification.Domain;

/// <summary>
/// Time-based one-time codes (RFC 6238, SHA-1, 30 s, 6 digits: what every code app understands). Written out because
/// the framework's provider reads the system clock and doesn't say which step matched, which refusing a second use needs.
/// </summary>
internal static class OneTimeCodes
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step a code belongs to, one step early or late allowed for clocks that differ; null when wrong.</summary>
    public static long? Match(string key, string code, DateTimeOffset now)
    {
        var current = StepAt(now);
        long? matched = null;
        for (var step = current - 1; step <= current + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Digits(At(key, step)), Digits(code)))
                matched = step;
        return matched;
    }

    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < i * 5 + 5; bit++)
                value = value << 1 | (bit / 8 < bytes.Length ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0);
            text[i] = Alphabet[value];
        }
        return new string(text);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
            if ((Alphabet.IndexOf(text[bit / 5]) >> (4 - bit % 5) & 1) == 1)
                bytes[bit / 8] |= (byte)(1 << (7 - bit % 8));
        return bytes;
    }

    private static byte[] Digits(string code) => System.Text.Encoding.UTF8.GetBytes(code);
}
