using System.Text;
using Project06.PublicServices.Features.Fees;

namespace Project06.PublicServices.Tests.Fees;

public sealed class VietQrTests
{
    [Theory]
    [InlineData("00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C", "970415|0011001932418|120000|ung ho lu lut")]
    [InlineData("00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8", "970416|257678859|1000|Chuyen tien")]
    [InlineData("00020101021138580010A000000727012800069704070114190304136010180208QRIBFTTA53037045802VN63040283", "970407|19030413601018||")]
    [InlineData("00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB5", null)]
    [InlineData("00020101021138540010A00000072701240006970422011003523509170208QRIBFTTA53037045802VN630479db", "970422|0352350917||")]
    [InlineData("", null)]
    [InlineData("6304FFFF", null)]
    public void Parse_ReadsVectors(string payload, string? expected)
    {
        var read = VietQr.Parse(payload);

        Assert.Equal(expected, read is null ? null : $"{read.BankBin}|{read.Account}|{read.Amount}|{read.Memo}");
    }

    [Theory]
    [InlineData("970415", "0011001932418", 120000L, "ung ho lu lut", "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C")]
    [InlineData("970407", "19030413601018", null, null, "00020101021138580010A000000727012800069704070114190304136010180208QRIBFTTA53037045802VN63040283")]
    public void Encode_WritesVectors(string bin, string account, long? amount, string? memo, string payload) =>
        Assert.Equal(payload, new VietQr(bin, account, amount, memo).Encode());

    [Fact]
    public void Crc_OfTheStandardsCheckText() => Assert.Equal(0x29B1, VietQr.Crc("123456789"));

    [Fact]
    public void Encode_NeverWritesWhatItCannotRead()
    {
        var random = new Random(6);
        for (var i = 0; i < 2000; i++)
        {
            var account = random.GetString("0123456789ABC", random.Next(1, 20));
            var qr = new VietQr(random.GetString("0123456789", 6), account, random.NextInt64(1, 10_000_000_000), random.GetString("ABCDEFGH23456789", random.Next(1, 26)));

            Assert.Equal(qr, VietQr.Parse(qr.Encode()));
        }
    }

    [Fact]
    public void Drawing_HasNoInlineStyle()
    {
        using var writer = new StringWriter(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture);
        Project06.Ui.QrPicture.Of("00020101021238", "Mã").WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.StartsWith("<svg", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("style", writer.ToString(), StringComparison.Ordinal);
    }
}

file static class RandomText
{
    public static string GetString(this Random random, string letters, int length) => new([.. Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)])]);
}
