using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Tests.Domain;

public sealed class BirthNoticeCodeTests
{
    [Theory]
    [InlineData("01234.GCS.00567.26", "01234.GCS.00567.26")]
    [InlineData(" 01234.gcs.00567.26 ", "01234.GCS.00567.26")]
    [InlineData("0123A . GCS . 0056B . 26", "0123A.GCS.0056B.26")]
    public void TryParse_WhenWellFormed_Normalises(string typed, string expected)
    {
        Assert.True(BirthNoticeCode.TryParse(typed, null, out var code));
        Assert.Equal(expected, code.Text);
        Assert.Equal(18, code.Text.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01234.GCS.00567.2026")]
    [InlineData("1234.GCS.00567.26")]
    [InlineData("01234.GCT.00567.26")]
    [InlineData("01234-GCS-00567-26")]
    [InlineData("01234.GCS.00567.26\n27")]
    [InlineData("٠١٢٣٤.GCS.00567.26")]
    public void TryParse_WhenMalformed_IsRefused(string? typed) => Assert.False(BirthNoticeCode.TryParse(typed, null, out _));

    [Theory]
    [InlineData(2026, true)]
    [InlineData(2025, false)]
    public void IsOfYear_ComparesTheLastTwoDigits(int year, bool expected) =>
        Assert.Equal(expected, BirthNoticeCode.Parse(BirthNoticeCode.Example, null).IsOfYear(year));
}
