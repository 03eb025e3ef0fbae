using Project06.BuildingBlocks.Text;

namespace Project06.BuildingBlocks.Tests.Text;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("  Nguyễn   Thị\tAn ", "Nguyễn Thị An")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("An\u0000 Bình", "An Bình")]
    [InlineData("\u202Enimda\u202C An", "nimda An")]
    [InlineData("A\u200Bn\uFEFF", "An")]
    [InlineData("\u200B \u0000", null)]
    [InlineData(null, null)]
    public void Clean_LeavesWhatCanBeRead(string? typed, string? kept) => Assert.Equal(kept, VietnameseText.Clean(typed));

    [Fact]
    public void CleanLines_KeepsLinesAndDropsWhatPostgresRefuses() =>
        Assert.Equal("Sai tên mẹ.\n  Xin sửa.", VietnameseText.CleanLines("\r\nSai tên\u0000 mẹ.\r\n  Xin sửa.\u202E \n"));
}
