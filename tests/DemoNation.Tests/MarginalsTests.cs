using System.Globalization;
using Xunit;

namespace Project06.DemoNation.Tests;

/// <summary>The census of 2019, read here from the files themselves, against the nation.</summary>
public sealed class MarginalsTests(NationFixture fixture) : IClassFixture<NationFixture>
{
    private const double Tolerance = 0.02;

    [Fact]
    public void AgeAndSex_AreWithinTwoPercent()
    {
        var census = new Dictionary<(string, string), double>();
        foreach (var row in Rows("census2019_age_sex_residence_by_province.csv").Where(r => r[0] == "00"))
        {
            census[(row[1], row[3])] = census.GetValueOrDefault((row[1], row[3])) + Number(row[4]);
        }

        Assert.Equal(36, census.Count);
        AssertShares(census, fixture.Summary.ByAgeAndSex);
    }

    [Fact]
    public void EthnicGroupsOfOnePercentOrMore_AreWithinTwoPercent()
    {
        var census = Rows("census2019_ethnic_by_province.csv").Where(r => r[0] == "00").ToDictionary(r => r[1], r => r.Skip(2).Sum(Number));
        var all = census.Values.Sum();
        var living = fixture.Summary.ByEthnicGroup.Values.Sum();

        var large = census.Where(g => g.Value / all >= 0.01).ToList();

        Assert.Equal(7, large.Count);
        foreach (var (code, people) in large)
        {
            AssertNear(people / all, fixture.Summary.ByEthnicGroup[code] / (double)living, code);
        }
    }

    [Fact]
    public void HouseholdSizes_AreWithinTwoPercent()
    {
        var row = Rows("census2019_households_by_size.csv").Single(r => r[0] == "00");
        var census = Enumerable.Range(1, 7).ToDictionary(size => size, size => Number(row[size + 1]));

        AssertShares(census, fixture.Summary.HouseholdsBySize);
        AssertNear(96_208_984 / Number(row[1]), fixture.Summary.Living / (double)fixture.Summary.Households, "mean size");
    }

    [Fact]
    public void MaritalStatus_IsWithinTwoPercent()
    {
        var census = new Dictionary<DemoMaritalStatus, double>();
        foreach (var row in Rows("census2019_marital_status_15plus.csv").Where(r => r[0] == "both"))
        {
            for (var status = 0; status < 5; status++)
            {
                census[(DemoMaritalStatus)status] = census.GetValueOrDefault((DemoMaritalStatus)status) + Number(row[3 + status]);
            }
        }

        AssertShares(census, fixture.Summary.ByMaritalStatus);
    }

    [Fact]
    public void TwoCommunesAreFull_AndNoCommuneIsEmpty()
    {
        var communes = fixture.Living.GroupBy(p => p.CommuneCode).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(3_321, communes.Count);
        Assert.InRange(communes[DemoNationOptions.WardCode], 29_900, 30_100);
        Assert.InRange(communes[DemoNationOptions.RuralCommuneCode], 29_900, 30_100);
        Assert.True(fixture.Living.Where(p => p.CommuneCode == DemoNationOptions.RuralCommuneCode).GroupBy(p => p.EthnicCode).Count(g => g.Count() > 50) >= 6);
    }

    private static void AssertShares<TKey>(IReadOnlyDictionary<TKey, double> census, IReadOnlyDictionary<TKey, int> nation)
        where TKey : notnull
    {
        var (all, living) = (census.Values.Sum(), (double)nation.Values.Sum());
        Assert.Equal(census.Count, nation.Count);
        foreach (var (key, people) in census)
        {
            AssertNear(people / all, nation[key] / living, key);
        }
    }

    private static void AssertNear(double expected, double actual, object what) =>
        Assert.True(Math.Abs((actual / expected) - 1) <= Tolerance, FormattableString.Invariant($"{what}: census {expected:P3}, nation {actual:P3}"));

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(NationFixture.DataFolder, "population", file)).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
