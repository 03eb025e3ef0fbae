using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Rendering;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Paper;
using Project06.CivilStatus.Tests.Ground;
using Project06.Ui;

namespace Project06.CivilStatus.Tests.Paper;

/// <summary>Prints real files and reads them back with other programs: poppler for text and fonts, zbar for the code.</summary>
public sealed class CertificatePrinterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("p06-certificate-").FullName;

    [Fact]
    public async Task PrintAsync_SignedEntry_HasSelectableTextFontsAndAReadableCode()
    {
        var pdf = await PrintAsync(TestEntries.Create().Signed());

        var text = await RunAsync("pdftotext", "-layout", pdf, "-");
        foreach (var said in new[]
                 {
                     "412/2026", "03-TP/HT-2026-KS", "Nguyễn Bảo An", "Ê-đê", "001326012345", "Hoàng Thị Lan", "Nguyễn Đức Minh",
                     "ngày mười tám tháng mười một năm hai nghìn không trăm hai mươi sáu", "Xã Ea Súp, Tỉnh Đắk Lắk",
                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Trần Văn Hòa",
                 })
            Assert.Contains(said, text, StringComparison.Ordinal);
        await AssertFontsEmbeddedAsync(pdf);
        Assert.Contains("Pages:           1", await RunAsync("pdfinfo", pdf), StringComparison.Ordinal);
        await RunAsync("pdftoppm", "-r", "150", "-png", "-singlefile", pdf, Path.Combine(_folder, "page"));
        var code = await RunAsync("zbarimg", "--quiet", "--raw", Path.Combine(_folder, "page.png"));
        Assert.Equal("http://localhost:8006/c/AAECAwQFBgcICQoLDA0ODw", code.Trim());
    }

    [Theory]
    [InlineData("Ngọc Bảo Khánh Linh Đan Thùy Minh Châu Hoàng Gia Thiên Hương Phương Thảo Quỳnh Anh Tường Vy Như Ý Bích Diệp Hồng")]
    [InlineData("Ngọcbảokhánhlinhđanthùyminhchâuhoànggiathiênhươngphươngthảoquỳnhanhtườngvynhưýbíchdiệphồngnhungmaitrâmhạvihảihàng")]
    public async Task PrintAsync_NameOf120Letters_StaysOnOnePage(string middle)
    {
        var entry = TestEntries.Create(middle: middle).Signed();
        Assert.InRange(entry.ChildName.Length, 115, 125);

        var pdf = await PrintAsync(entry);

        Assert.Contains("Pages:           1", await RunAsync("pdfinfo", pdf), StringComparison.Ordinal);
        var letters = string.Concat((await RunAsync("pdftotext", pdf, "-")).Where(c => !char.IsWhiteSpace(c)));
        Assert.Contains(string.Concat(entry.ChildName.Where(c => !char.IsWhiteSpace(c))), letters, StringComparison.Ordinal);
        Assert.Contains("Trang1/1", letters, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> PrintAsync(BirthEntry entry)
    {
        using var printer = new PdfPrinter(Options.Create(new RenderingOptions()), NullLogger<PdfPrinter>.Instance);
        var certificates = new CertificatePrinter(printer, new PaperStyles(new BuiltUi()), Options.Create(new SiteOptions()));
        var path = Path.Combine(_folder, "certificate.pdf");
        await File.WriteAllBytesAsync(path, await certificates.PrintAsync(entry, CancellationToken.None));
        return path;
    }

    private static async Task AssertFontsEmbeddedAsync(string pdf)
    {
        var lines = (await RunAsync("pdffonts", pdf)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(lines);
        // Columns after the name and type: encoding, emb, sub, uni, object.
        Assert.All(lines, line => Assert.Matches(@"BeVietnamPro.*\syes\s+yes\s+yes\s", line));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
