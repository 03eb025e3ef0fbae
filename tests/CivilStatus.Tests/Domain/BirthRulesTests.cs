using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Tests.Domain;

public sealed class BirthRulesTests
{
    [Fact]
    public void Load_ShippedRules_PaperPrevailsUntilTheNewLaw()
    {
        var rules = BirthRules.Load(AppContext.BaseDirectory);

        Assert.Equal(60, rules.On(new DateOnly(2026, 11, 21)).RegisterWithinDays);
        Assert.True(rules.On(new DateOnly(2027, 2, 28)).PaperBookPrevails);
        Assert.False(rules.On(new DateOnly(2027, 3, 1)).PaperBookPrevails);
    }

    [Fact]
    public void On_WhenNoRowHoldsTheDay_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => BirthRules.Load(AppContext.BaseDirectory).On(new DateOnly(2015, 12, 31)));
}
