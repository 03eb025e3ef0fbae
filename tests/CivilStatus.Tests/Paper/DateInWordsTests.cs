using Project06.CivilStatus.Paper;

namespace Project06.CivilStatus.Tests.Paper;

public sealed class DateInWordsTests
{
    [Theory]
    [InlineData("2026-11-25", "ngày hai mươi lăm tháng mười một năm hai nghìn không trăm hai mươi sáu")]
    [InlineData("2004-04-04", "ngày bốn tháng tư năm hai nghìn không trăm linh bốn")]
    [InlineData("1994-01-21", "ngày hai mươi mốt tháng một năm một nghìn chín trăm chín mươi tư")]
    [InlineData("2000-10-15", "ngày mười lăm tháng mười năm hai nghìn")]
    [InlineData("2010-12-31", "ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm mười")]
    [InlineData("1955-05-05", "ngày năm tháng năm năm một nghìn chín trăm năm mươi lăm")]
    [InlineData("1900-02-10", "ngày mười tháng hai năm một nghìn chín trăm")]
    [InlineData("2024-02-24", "ngày hai mươi tư tháng hai năm hai nghìn không trăm hai mươi tư")]
    public void Of_ReadsAsPeopleSay(string date, string expected) =>
        Assert.Equal(expected, DateInWords.Of(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));
}
