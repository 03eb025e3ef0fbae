using System.Net;
using System.Net.Sockets;
using Project06.BuildingBlocks.Rendering;

namespace Project06.BuildingBlocks.Tests.Rendering;

[Collection("rendering")] // they look at the same temporary folder
public sealed class PdfPrinterTests
{
    private const string Page = """
        <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trích lục khai sinh</title>
        <style>@page { size: A4; margin: 20mm }</style></head>
        <body><h1>Nguyễn Thị Thuỳ Dương</h1><p>Số định danh: 0012</p>EXTRA</body></html>
        """;

    [Fact]
    public async Task Print_GivesTaggedPdfWithVietnameseTextAndEmbeddedFonts()
    {
        using var printer = Samples.Printer();

        var pdf = await printer.PrintAsync(Page);

        Assert.Equal(UploadKind.Pdf, UploadSignature.Sniff(pdf));
        Assert.Contains("Nguyễn Thị Thuỳ Dương", await Samples.AskAsync(pdf, "pdftotext", "{file}", "-"), StringComparison.Ordinal);
        var info = await Samples.AskAsync(pdf, "pdfinfo", "{file}");
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Title:\s+Trích lục khai sinh", info);
        Assert.Matches(@"Pages:\s+1\b", info);
        Assert.Contains("(A4)", info, StringComparison.Ordinal);
        var fonts = (await Samples.AskAsync(pdf, "pdffonts", "{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Matches(@"(yes|no) +yes|yes +(yes|no) +(yes|no)", f));
    }

    [Fact]
    public async Task Print_RunsNoScriptAndReadsOnlyWhatLiesBeside()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var printer = Samples.Printer();

        var pdf = await printer.PrintAsync(Page.Replace(
            "EXTRA",
            $"""
            <script>document.write("SCRIPT" + "RAN")</script><iframe src="file:///etc/passwd"></iframe>
            <img src="http://127.0.0.1:{port}/x.png"><img src="beside.png" width="60" alt="">
            """,
            StringComparison.Ordinal), [new PrintAsset("beside.png", Samples.Read("two-colours.png"))]);

        var text = await Samples.AskAsync(pdf, "pdftotext", "{file}", "-");
        Assert.DoesNotContain("SCRIPTRAN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
        Assert.False(listener.Pending());
        Assert.Contains("60", await Samples.AskAsync(pdf, "pdfimages", "-list", "{file}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_OfSeveralAtOnce_GivesEachItsOwn()
    {
        using var printer = Samples.Printer();

        var pdfs = await Task.WhenAll(Enumerable.Range(1, 4).Select(n =>
            printer.PrintAsync(Page.Replace("EXTRA", $"<p>Bản số {n}</p>", StringComparison.Ordinal))));

        for (var n = 1; n <= pdfs.Length; n++)
        {
            Assert.Contains($"Bản số {n}", await Samples.AskAsync(pdfs[n - 1], "pdftotext", "{file}", "-"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Print_WithoutChromium_SaysWhatToInstall()
    {
        using var printer = Samples.Printer(o => o.Chromium = "/nowhere/chromium");

        var problem = await Assert.ThrowsAsync<PrintException>(() => printer.PrintAsync(Page));

        Assert.Contains("chromium", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_ThatTakesTooLong_FailsAndLeavesNothingBehind()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "p06-render-*");
        using var printer = Samples.Printer(o => o.PrintTimeout = TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAsync<PrintException>(() => printer.PrintAsync(Page));

        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "p06-render-*").Except(before));
    }

    [Theory]
    [InlineData("../up.png")]
    [InlineData("a/b.png")]
    [InlineData(".hidden")]
    public async Task Print_WithAssetOutsideItsFolder_IsRefused(string name)
    {
        using var printer = Samples.Printer();

        await Assert.ThrowsAsync<ArgumentException>(() => printer.PrintAsync(Page, [new PrintAsset(name, new byte[1])]));
    }
}
