using System.Globalization;
using Project06.BuildingBlocks.Rendering;

namespace Project06.BuildingBlocks.Tests.Rendering;

public sealed class PictureHeaderTests
{
    [Theory]
    [InlineData("two-colours.jpg")]
    [InlineData("grey-scan.jpg")]
    [InlineData("print-colours.jpg")]
    [InlineData("turned-by-exif.jpg")]
    [InlineData("wide-gamut.jpg")]
    [InlineData("two-colours.png")]
    [InlineData("two-colours.webp")]
    public async Task Read_SaysWhatLibvipsSays(string file)
    {
        var picture = Samples.Read(file);
        var told = await Samples.AskAsync(picture, "vipsheader", "-a", "{file}");

        var header = PictureHeader.Read(UploadSignature.Sniff(picture), picture)!;

        string Field(string name) => told.Split('\n').First(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();
        Assert.Equal(int.Parse(Field("width"), CultureInfo.InvariantCulture), header.Width);
        Assert.Equal(int.Parse(Field("height"), CultureInfo.InvariantCulture), header.Height);
        Assert.Equal(told.Contains("icc-profile-data", StringComparison.Ordinal), header.HasProfile);
    }

    [Theory]
    [InlineData("two-colours.jpg")]
    [InlineData("two-colours.png")]
    [InlineData("two-colours.webp")]
    public void Read_OfAnyBeginning_EndsWithoutFailing(string file)
    {
        var picture = Samples.Read(file);

        for (var length = 16; length < Math.Min(picture.Length, 700); length++)
            _ = PictureHeader.Read(UploadSignature.Sniff(picture), picture.AsSpan(0, length));
    }
}
