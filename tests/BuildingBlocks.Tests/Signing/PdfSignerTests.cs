using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.BuildingBlocks.Tests.Rendering;

namespace Project06.BuildingBlocks.Tests.Signing;

[Collection("rendering")] // printing looks at the same temporary folder
public sealed class PdfSignerTests(SigningGround ground) : IClassFixture<SigningGround>
{
    private const string Page = """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trích lục</title>
        <style>@page { size: A4; margin: 20mm }</style></head><body><h1>Nguyễn Thị Thuỳ Dương</h1></body></html>
        """;

    private static readonly Signatory Office = Signatory.Office("H26.01.14", "Ủy ban nhân dân phường Cửa Nam");
    private static readonly Signatory Leader = Signatory.Official(
        Guid.Parse("019e0000-0000-7000-8000-000000000001"), "Trần Văn Bình", "H26.01.14", "Ủy ban nhân dân phường Cửa Nam");

    // How a module signs what it has printed: print, sign, store.
    [Fact]
    public async Task Sign_OfAPrintedPage_IsValidAndTrusted()
    {
        using var printer = Samples.Printer();
        var pdf = await printer.PrintAsync(Page);

        var signed = await ground.Signer.SignAsync(pdf, Office, new SignatureDetails("Cấp trích lục", "Hà Nội"));

        var said = await ground.VerifyAsync(signed);
        Assert.Contains("Signature is Valid", said, StringComparison.Ordinal);
        Assert.Contains("Certificate is Trusted", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
        Assert.Contains("SHA-256", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("Ủy ban nhân dân phường Cửa Nam", said, StringComparison.Ordinal);
        Assert.Equal(pdf, signed[..pdf.Length]);
        Assert.Contains("Nguyễn Thị Thuỳ Dương", await Samples.AskAsync(signed, "pdftotext", "{file}", "-"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ByOfficialThenOffice_KeepsBothSignatures()
    {
        using var printer = Samples.Printer();
        var first = await ground.Signer.SignAsync(
            await printer.PrintAsync(Page), Leader, new SignatureDetails(Box: new SignatureBox(1, 330, 120, 200, 60)));

        var second = await ground.Signer.SignAsync(first, Office);

        var said = await ground.VerifyAsync(second);
        Assert.Equal(2, said.Split("Signature is Valid").Length - 1);
        Assert.Equal(2, said.Split("Certificate is Trusted").Length - 1);
        Assert.Contains("Trần Văn Bình", said, StringComparison.Ordinal);
        Assert.Contains("Signature2", said, StringComparison.Ordinal);
        Assert.Equal(first, second[..first.Length]);
        Assert.Matches(@"Pages:\s+1\b", await Samples.AskAsync(second, "pdfinfo", "{file}"));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-60)]
    public async Task Sign_ThenOneByteChanged_IsInvalid(int place)
    {
        var signed = await ground.Signer.SignAsync(PackedPdf.Write(), Office);
        Assert.Contains("Signature is Valid", await ground.VerifyAsync(signed), StringComparison.Ordinal);

        // A letter of the page's words; a digit of the last cross-reference.
        var at = place > 0 ? signed.AsSpan().IndexOf("(Xin chao)"u8) + 2 : signed.AsSpan().LastIndexOf("/Prev "u8) - 3;
        signed[at] ^= 1;

        Assert.DoesNotContain("Signature is Valid", await ground.VerifyAsync(signed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_OfAFileWithPackedObjects_AddsACrossReferenceStream()
    {
        var pdf = PackedPdf.Write();

        var signed = await ground.Signer.SignAsync(pdf, Office, new SignatureDetails(Box: new SignatureBox(0, 50, 50, 100, 40)));
        var twice = await ground.Signer.SignAsync(signed, Leader);

        Assert.DoesNotContain("\ntrailer", Encoding.Latin1.GetString(twice), StringComparison.Ordinal);
        Assert.Equal(2, (await ground.VerifyAsync(twice)).Split("Signature is Valid").Length - 1);
        Assert.Contains("Xin chao", await Samples.AskAsync(twice, "pdftotext", "{file}", "-"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.4\nstartxref\n9999\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/Encrypt 2 0 R>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 0\ntrailer\n<</Size 1/Root [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\nstartxref\n9\n%%EOF")]
    public async Task Sign_OfSomethingElse_IsRefused(string file) =>
        await Assert.ThrowsAsync<PdfFormatException>(() => ground.Signer.SignAsync(Encoding.Latin1.GetBytes(file), Office));

    [Fact]
    public async Task Certificates_AreMadeOnceAndTheirKeysCovered()
    {
        await using var another = ground.Wire("tests");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => another.GetRequiredService<ISigningAuthority>().IdentityOfAsync(Office, default))
            .Append(ground.Authority.IdentityOfAsync(Office, default)));

        var rows = await ground.RowsAsync();

        Assert.Single(rows, r => r.Subject == "office:H26.01.14");
        Assert.Single(rows, r => r.Subject == "root");
        Assert.Single(rows, r => r.Subject == "issuing");
        Assert.All(rows, r => Assert.ThrowsAny<Exception>(() =>
        {
            using var key = System.Security.Cryptography.RSA.Create();
            key.ImportPkcs8PrivateKey(r.Key, out _);
        }));
        await using var stranger = ground.Wire("another secret");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => stranger.GetRequiredService<ISigningAuthority>().IdentityOfAsync(Office, default));
        Assert.Contains("Signing__Secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Office_WithAnotherName_GetsAnotherCertificate()
    {
        var before = await ground.Authority.IdentityOfAsync(Signatory.Office("H26.09.01", "Ủy ban nhân dân phường Cũ"), default);

        var after = await ground.Authority.IdentityOfAsync(Signatory.Office("H26.09.01", "Ủy ban nhân dân phường Mới"), default);

        Assert.NotEqual(before.Certificate.Thumbprint, after.Certificate.Thumbprint);
        Assert.Contains("phường Mới", after.Certificate.Subject, StringComparison.Ordinal);
    }
}
