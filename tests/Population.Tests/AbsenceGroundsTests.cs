using Project06.Population.Domain;

namespace Project06.Population.Tests;

public sealed class AbsenceGroundsTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly AbsenceGrounds Grounds = AbsenceGrounds.Read(
        Path.Combine(AppContext.BaseDirectory, "data", "population", "absence_grounds.csv"));

    [Theory]
    [InlineData("a", "2026-11-21", true)]
    [InlineData("c", "2027-02-19", false)]
    [InlineData("c", "2027-02-20", true)]
    [InlineData("d", "2027-11-19", false)]
    [InlineData("d", "2027-11-20", true)]
    public void Reaches_CountsTheFirstAndTheLastDay(string ground, string until, bool expected) =>
        Assert.Equal(expected, Grounds.Find(ground, Day)!.Reaches(Day, DateOnly.Parse(until)));

    [Fact]
    public void Find_AfterDistrictsEnded_IsOurReadingOnly()
    {
        Assert.True(Grounds.Find("c", new DateOnly(2025, 6, 30))!.Verified);
        Assert.False(Grounds.Find("c", new DateOnly(2025, 7, 1))!.Verified);
    }

    [Theory]
    [InlineData("e")]
    [InlineData("")]
    [InlineData(null)]
    public void Find_OfAnotherGround_IsNull(string? ground) => Assert.Null(Grounds.Find(ground, Day));

    [Fact]
    public void EveryGround_HasWordsAndALegalBasis()
    {
        foreach (var code in new[] { "a", "b", "c", "d" })
        {
            var ground = Grounds.Find(code, Day)!;
            Assert.NotEmpty(ground.TextVi);
            Assert.NotEmpty(ground.TextEn);
            Assert.Contains("68/2020/QH14", ground.LegalBasis, StringComparison.Ordinal);
        }
    }
}
