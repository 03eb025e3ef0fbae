using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Project06.BuildingBlocks.Rendering;

namespace Project06.BuildingBlocks.Tests.Rendering;

[Collection("rendering")] // they look at the same temporary folder
public sealed class PictureConverterTests
{
    [Theory]
    [InlineData("two-colours.jpg", UploadKind.Jpeg)]
    [InlineData("two-colours.png", UploadKind.Png)]
    [InlineData("two-colours.heic", UploadKind.Heic)]
    [InlineData("two-colours.webp", UploadKind.WebP)]
    [InlineData("wide-gamut.jpg", UploadKind.Jpeg)]
    [InlineData("print-colours.jpg", UploadKind.Jpeg)]
    public async Task Convert_OfPicture_GivesOneJpegWithItsColours(string file, UploadKind kind)
    {
        using var converter = Samples.Converter();

        var outcome = await converter.ConvertAsync(Samples.Read(file));

        var converted = Assert.IsType<ConversionOutcome.Converted>(outcome);
        Assert.Equal(kind, converted.Kind);
        var page = Assert.Single(converted.Pages);
        Assert.Equal((60, 30), (page.Width, page.Height));
        Assert.Equal(UploadKind.Jpeg, UploadSignature.Sniff(page.Jpeg));
        var (left, right) = (await ColourAsync(page.Jpeg, 10, 15), await ColourAsync(page.Jpeg, 50, 15));
        Assert.True(left[0] > 200 && left[2] < 90, $"left is {string.Join(' ', left)}");
        Assert.True(right[2] > 120 && right[0] < 90, $"right is {string.Join(' ', right)}");
    }

    [Fact]
    public async Task Convert_OfWideGamutPhoto_KeepsItsColoursWithoutTheProfile()
    {
        using var converter = Samples.Converter();

        var outcome = await converter.ConvertAsync(Samples.Read("wide-gamut.jpg"));

        var page = Assert.IsType<ConversionOutcome.Converted>(outcome).Pages[0];
        Assert.True((await ColourAsync(page.Jpeg, 10, 15))[0] >= 250);
        Assert.DoesNotContain("ICC_PROFILE", Encoding.Latin1.GetString(page.Jpeg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_OfGreyScan_GivesAJpeg()
    {
        using var converter = Samples.Converter();

        var outcome = await converter.ConvertAsync(Samples.Read("grey-scan.jpg"));

        Assert.IsType<ConversionOutcome.Converted>(outcome);
    }

    [Fact]
    public async Task Convert_OfPhotoHeldSideways_TurnsItAndForgetsThePlace()
    {
        using var converter = Samples.Converter();

        var outcome = await converter.ConvertAsync(Samples.Read("turned-by-exif.jpg"));

        var page = Assert.IsType<ConversionOutcome.Converted>(outcome).Pages[0];
        Assert.Equal((30, 60), (page.Width, page.Height));
        Assert.True((await ColourAsync(page.Jpeg, 15, 10))[0] > 200);
        var text = Encoding.Latin1.GetString(page.Jpeg);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PLACE-OF-PHOTO", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_OfWidePicture_ShrinksTheLongerSide()
    {
        using var converter = Samples.Converter(o => o.RenditionSide = 20);

        var outcome = await converter.ConvertAsync(Samples.Read("turned-by-exif.jpg"));

        var page = Assert.IsType<ConversionOutcome.Converted>(outcome).Pages[0];
        Assert.Equal((10, 20), (page.Width, page.Height));
    }

    [Fact]
    public async Task Convert_OfPdf_GivesAJpegForEachPageInOrder()
    {
        using var converter = Samples.Converter(o => o.RenditionSide = 420);

        var outcome = await converter.ConvertAsync(Samples.Read("three-pages.pdf"));

        var converted = Assert.IsType<ConversionOutcome.Converted>(outcome);
        Assert.Equal(UploadKind.Pdf, converted.Kind);
        Assert.Equal(3, converted.Pages.Count);
        Assert.All(converted.Pages, p => Assert.Equal((300, 420), (p.Width, p.Height)));
    }

    [Theory]
    [InlineData("two-colours.jpg")]
    [InlineData("wide-gamut.jpg")]
    public async Task Convert_OfTheNextPictures_IsDoneByProcessesThatWaited(string file)
    {
        var others = Folders();
        using var converter = Samples.Converter();

        for (var i = 0; i < 4; i++)
        {
            Assert.IsType<ConversionOutcome.Converted>(await converter.ConvertAsync(Samples.Read(file)));
            await WaitingAsync(others + new RenderingOptions().ConversionsAtOnce);
        }

        converter.Dispose();
        Assert.Equal(others, Folders());
    }

    [Fact]
    public Task Convert_OfEmptyFile_IsRefused() => RefusesAsync([], ConversionProblem.Empty);

    [Fact]
    public Task Convert_OfProgramCalledPicture_IsRefused() =>
        RefusesAsync([.. "MZ"u8, .. new byte[4096]], ConversionProblem.NotAPicture);

    [Fact]
    public Task Convert_Of40MegabyteFile_IsRefused() =>
        RefusesAsync([.. Samples.Read("two-colours.jpg"), .. new byte[40 << 20]], ConversionProblem.TooLarge);

    [Theory]
    [InlineData("two-colours.jpg")]
    [InlineData("two-colours.png")]
    [InlineData("two-colours.heic")]
    [InlineData("two-colours.webp")]
    [InlineData("three-pages.pdf")]
    public Task Convert_OfFileCutInTheMiddle_IsRefused(string file) =>
        RefusesAsync(Samples.Read(file)[..(file.EndsWith("pdf", StringComparison.Ordinal) ? 20 : ^30)], ConversionProblem.Broken);

    [Theory]
    [InlineData("jpg")]
    [InlineData("pdf")]
    public Task Convert_OfNoiseAfterASignature_IsRefused(string kind)
    {
        var noise = new byte[10_000];
        new Random(6).NextBytes(noise);

        return RefusesAsync([.. kind == "jpg" ? [0xFF, 0xD8, 0xFF] : "%PDF-1.7\n"u8, .. noise], ConversionProblem.Broken);
    }

    [Fact]
    public Task Convert_OfPictureThatUnpacksToGigabytes_IsRefused()
    {
        var png = Samples.Read("two-colours.png");
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));

        return RefusesAsync(png, ConversionProblem.TooLarge);
    }

    [Fact]
    public Task Convert_OfPdfWithPassword_IsRefused() =>
        RefusesAsync(Samples.Read("locked.pdf"), ConversionProblem.Locked);

    [Fact]
    public Task Convert_OfLongPdf_IsRefused() =>
        RefusesAsync(Samples.Read("three-pages.pdf"), ConversionProblem.TooManyPages, o => o.MaxPages = 2);

    [Fact]
    public Task Convert_WithoutTheProgram_SaysSo() =>
        RefusesAsync(Samples.Read("two-colours.jpg"), ConversionProblem.ToolMissing, o => o.Vips = "/nowhere/vips");

    [Fact]
    public Task Convert_ThatIsTooSlow_IsStopped() =>
        RefusesAsync(
            Samples.Read("two-colours.jpg"), ConversionProblem.TooLarge, o => o.ConversionTimeout = TimeSpan.FromMilliseconds(1));

    private static int Folders() => Directory.GetDirectories(Path.GetTempPath(), "p06-render-*").Length;

    // Processes that wait lie in their folders.
    private static async Task WaitingAsync(int expected)
    {
        for (var since = Stopwatch.StartNew(); Folders() != expected; await Task.Delay(10))
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(10), $"{expected} should wait.");
        }
    }

    private static async Task RefusesAsync(byte[] content, ConversionProblem problem, Action<RenderingOptions>? change = null)
    {
        using var converter = Samples.Converter(change);

        var outcome = await converter.ConvertAsync(content);

        Assert.Equal(new ConversionOutcome.Refused(problem), outcome);
    }

    private static async Task<double[]> ColourAsync(byte[] jpeg, int x, int y) =>
        [.. (await Samples.AskAsync(jpeg, "vips", "getpoint", "{file}", $"{x}", $"{y}"))
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
