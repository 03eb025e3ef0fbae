using Project06.EIdentification.Domain;
using Project06.Population.Contracts;

namespace Project06.EIdentification.Tests.Domain;

public class SalutationsTests
{
    [Theory]
    [InlineData(Sex.Female, 1996, "chị")]
    [InlineData(Sex.Female, 1966, "bà")]
    [InlineData(Sex.Male, 1994, "anh")]
    [InlineData(Sex.Male, 1940, "ông")]
    [InlineData(Sex.Male, 2012, "bạn")]
    [InlineData(Sex.Unknown, 1980, "bạn")]
    public void Of_AgeAndSex_IsTheUsualAddress(Sex sex, int birthYear, string expected) =>
        Assert.Equal(expected, Salutations.Of(sex, birthYear, 2026));
}
