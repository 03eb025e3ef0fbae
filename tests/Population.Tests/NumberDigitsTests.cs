using Project06.Population.Contracts;
using Project06.Population.Domain;

namespace Project06.Population.Tests;

public sealed class NumberDigitsTests
{
    [Theory]
    [InlineData(Sex.Male, 1999, "001099")]
    [InlineData(Sex.Female, 1900, "001100")]
    [InlineData(Sex.Male, 2026, "001226")]
    [InlineData(Sex.Female, 2026, "001326")]
    [InlineData(Sex.Female, 2105, "001505")]
    [InlineData(Sex.Male, 2399, "001899")]
    public void Compose_WritesPlaceCenturySexAndYear(Sex sex, int year, string expected)
    {
        var number = NumberDigits.Compose("001", sex, year, 42);

        Assert.Equal(expected + "000042", number.Digits);
    }

    [Fact]
    public void Draw_GivesTwelveDigitsThatDiffer()
    {
        var numbers = Enumerable.Range(0, 200).Select(_ => NumberDigits.Draw("096", Sex.Female, 2026).Digits).ToList();

        Assert.All(numbers, n => Assert.Matches("^096326[0-9]{6}$", n));
        Assert.True(numbers.Distinct().Count() > 190);
    }

    [Fact]
    public void Compose_WithoutSex_IsRefused() =>
        Assert.Throws<ArgumentException>(() => NumberDigits.Compose("001", Sex.Unknown, 2026, 1));

    [Theory]
    [InlineData("1", Sex.Male)]
    [InlineData("Female", Sex.Female)]
    [InlineData("nữ", Sex.Female)]
    [InlineData("", Sex.Unknown)]
    public void SexWords_ReadCodesAndWords(string written, Sex expected) => Assert.Equal(expected, SexWords.Read(written));
}
