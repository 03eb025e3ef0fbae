using Project06.BuildingBlocks.Rendering;

namespace Project06.BuildingBlocks.Tests.Rendering;

public sealed class UploadSignatureTests
{
    [Theory]
    [InlineData("two-colours.jpg", UploadKind.Jpeg)]
    [InlineData("two-colours.png", UploadKind.Png)]
    [InlineData("two-colours.heic", UploadKind.Heic)]
    [InlineData("two-colours.webp", UploadKind.WebP)]
    [InlineData("three-pages.pdf", UploadKind.Pdf)]
    public void Sniff_OfSample_TellsItsKind(string file, UploadKind kind) =>
        Assert.Equal(kind, UploadSignature.Sniff(Samples.Read(file)));

    [Theory]
    [InlineData("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0ÿÿ\0\0")]
    [InlineData("\u007fELF")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("GIF89a")]
    [InlineData("\0\0\0\u0018ftypavif")]
    [InlineData("\0\0\0\u0018ftyp")]
    [InlineData("ÿØ")]
    [InlineData("")]
    public void Sniff_OfAnythingElse_IsOther(string latin1) =>
        Assert.Equal(UploadKind.Other, UploadSignature.Sniff(System.Text.Encoding.Latin1.GetBytes(latin1)));
}
