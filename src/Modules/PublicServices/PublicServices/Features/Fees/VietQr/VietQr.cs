using System.Globalization;
using System.Text;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// The text of a VietQR code (EMVCo merchant-presented QR with NAPAS' identifier A000000727): tag, two digits of length,
/// value, and a CRC-16/CCITT-FALSE over everything before it, its own tag and length included.
/// </summary>
/// <param name="BankBin">Six digits; text, since zeros count.</param>
/// <param name="Account">Up to 19 characters; text.</param>
/// <param name="Amount">Đồng; null: the payer says how much (a static code).</param>
/// <param name="Memo">What the transfer will say.</param>
internal sealed record VietQr(string BankBin, string Account, long? Amount, string? Memo)
{
    private const string Napas = "A000000727", ToAccount = "QRIBFTTA", Dong = "704";

    /// <summary>The text to draw. With an amount the code is dynamic (12), without static (11).</summary>
    public string Encode()
    {
        if (BankBin.Length != 6 || Account.Length is 0 or > 19 || Memo?.Length > 25 || Amount <= 0)
            throw new ArgumentException("A bank's BIN has 6 characters, an account up to 19, a memo up to 25, and an amount is more than nothing.");
        var merchant = Field("00", Napas) + Field("01", Field("00", BankBin) + Field("01", Account)) + Field("02", ToAccount);
        var text = Field("00", "01") + Field("01", Amount is null ? "11" : "12") + Field("38", merchant) + Field("53", Dong)
            + (Amount is { } amount ? Field("54", amount.ToString(CultureInfo.InvariantCulture)) : "") + Field("58", "VN")
            + (Memo is { Length: > 0 } ? Field("62", Field("08", Memo)) : "") + "6304";
        return text + Crc(text).ToString("X4", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a code; null when it is no VietQR or its CRC is wrong. Some banks write the CRC in small letters.</summary>
    public static VietQr? Parse(string text)
    {
        if (text.Length < 8 || text[^8..^4] != "6304"
            || !ushort.TryParse(text.AsSpan(text.Length - 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var crc) || crc != Crc(text[..^4])
            || Fields(text[..^8]) is not { } fields || fields.GetValueOrDefault("53") != Dong || Fields(fields.GetValueOrDefault("38", "")) is not { } merchant
            || merchant.GetValueOrDefault("00") != Napas || Fields(merchant.GetValueOrDefault("01", "")) is not { } account)
            return null;
        long? amount = long.TryParse(fields.GetValueOrDefault("54"), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        return new VietQr(account.GetValueOrDefault("00", ""), account.GetValueOrDefault("01", ""), amount,
            Fields(fields.GetValueOrDefault("62", ""))?.GetValueOrDefault("08"));
    }

    /// <summary>CRC-16/CCITT-FALSE: polynomial 0x1021, beginning with 0xFFFF.</summary>
    public static ushort Crc(string text)
    {
        ushort crc = 0xFFFF;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            crc ^= (ushort)(octet << 8);
            for (var bit = 0; bit < 8; bit++)
                crc = (ushort)((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1);
        }
        return crc;
    }

    private static string Field(string tag, string value) => string.Create(CultureInfo.InvariantCulture, $"{tag}{value.Length:00}{value}");

    private static Dictionary<string, string>? Fields(string text)
    {
        var fields = new Dictionary<string, string>();
        for (var at = 0; at < text.Length;)
        {
            if (at + 4 > text.Length || !int.TryParse(text.AsSpan(at + 2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || at + 4 + length > text.Length || !fields.TryAdd(text.Substring(at, 2), text.Substring(at + 4, length)))
                return null;
            at += 4 + length;
        }
        return fields;
    }
}
