using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Persistence;

namespace Project06.EIdentification.Sessions;

/// <summary>
/// What follows from a key that isn't in the database: hashes of guessable things – numbers typed, device cookies – and
/// codes that people type, made from the id of the row they belong to. Who has the rows alone has nothing to try.
/// </summary>
internal sealed class KeyedHash(IOptions<EIdentificationOptions> options, IOptions<DatabaseOptions> database)
{
    // No letter that looks like another.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(
        options.Value.HashSecret is { Length: > 0 } secret ? secret : "e-identification:" + database.Value.RoleSecret);

    public string Of(string purpose, string text) => Convert.ToHexStringLower(Bytes(purpose, text));

    /// <summary>A code of letters and digits, five bits each.</summary>
    public string CodeOf(string purpose, Guid id, int length) =>
        string.Concat(Bytes(purpose, id.ToString("n")).Take(length).Select(b => Alphabet[b & 31]));

    /// <summary>Six digits.</summary>
    public string DigitsOf(string purpose, Guid id) =>
        (BinaryPrimitives.ReadUInt32BigEndian(Bytes(purpose, id.ToString("n"))) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    private byte[] Bytes(string purpose, string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));
}

/// <summary>Codes as people read and type them.</summary>
internal static class WrittenCodes
{
    /// <summary>As it was made, whatever way it was typed.</summary>
    public static string Plain(string? typed) =>
        string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(32));

    /// <summary>In groups of four.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    public static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
