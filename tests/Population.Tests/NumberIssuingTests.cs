using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class NumberIssuingTests(PopulationGround ground)
{
    [Fact]
    public async Task BirthEntryWritten_MakesAPersonInTheMothersHome()
    {
        var home = await ground.CreateHouseholdAsync();
        var mother = await ground.CreatePersonAsync(household: home);
        var father = await ground.CreatePersonAsync("Male");
        var entry = ground.WriteBirth(mother, father);

        await ground.TellAsync(new BirthEntryWritten(entry));

        var child = Assert.Single(await ground.AskAsync(new FindChildrenOf(mother, [], Access: null)));
        Assert.Matches("^001326[0-9]{6}$", child.Number);
        Assert.Equal("Nguyễn Bảo An", child.FullName);
        Assert.Equal("12 phố Huế", child.ResidenceAddress);
        Assert.Equal(child, Assert.Single(await ground.AskAsync(new FindChildrenOf(father, [], Access: null))));
        Assert.Null(child.HouseholdId);
        Assert.Equal(["Current"], await ground.QueryAsync<string>("SELECT kind FROM population.residences WHERE person_id = $1", null, child.PersonId));
        Assert.Equal([false], await ground.QueryAsync<bool>("SELECT prefix_verified FROM population.issued_numbers WHERE number = $1", null, child.Number));
        Assert.Equal(["population.identity-number-issued"], await ground.EventsOfAsync($"birth-entry:{entry}"));
    }

    [Fact]
    public async Task BirthEntryWritten_ToldTwice_IssuesOneNumber()
    {
        var mother = await ground.CreatePersonAsync();
        var entry = ground.WriteBirth(mother, null);

        await ground.TellAsync(new BirthEntryWritten(entry));
        await ground.TellAsync(new BirthEntryWritten(entry));

        Assert.Single(await ground.AskAsync(new FindChildrenOf(mother, [], Access: null)));
        Assert.Single(await ground.EventsOfAsync($"birth-entry:{entry}"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-1, true)]
    [InlineData(2, false)]
    public async Task BirthEntryWritten_ForASiblingBornWithinADay_AsksAnOfficer(int daysApart, bool asks)
    {
        var born = new DateOnly(2026, 11, 10);
        var mother = await ground.CreatePersonAsync();
        await ground.TellAsync(new BirthEntryWritten(ground.WriteBirth(mother, null, born)));
        var second = ground.WriteBirth(mother, null, born.AddDays(daysApart), "Bình");

        await ground.TellAsync(new BirthEntryWritten(second));

        Assert.Equal(
            [asks ? "population.identity-number-needs-review" : "population.identity-number-issued"],
            await ground.EventsOfAsync($"birth-entry:{second}"));
    }

    [Fact]
    public async Task DistinctChildConfirmed_LetsTheTwinPassOnce()
    {
        var mother = await ground.CreatePersonAsync();
        await ground.TellAsync(new BirthEntryWritten(ground.WriteBirth(mother, null)));
        var twin = ground.WriteBirth(mother, null, given: "Bình");
        await ground.TellAsync(new BirthEntryWritten(twin));

        await ground.TellAsync(new DistinctChildConfirmed(twin));
        await ground.TellAsync(new DistinctChildConfirmed(twin));

        Assert.Equal(2, (await ground.AskAsync(new FindChildrenOf(mother, [], Access: null))).Count);
        Assert.Equal(
            ["population.identity-number-needs-review", "population.identity-number-issued"],
            await ground.EventsOfAsync($"birth-entry:{twin}"));
    }

    [Fact]
    public async Task BirthEntryWritten_ForTwinsAtOnce_NumbersOneAndAsksAboutTheOther()
    {
        var mother = await ground.CreatePersonAsync();
        var twins = new[] { ground.WriteBirth(mother, null), ground.WriteBirth(mother, null, given: "Bình") };

        await Task.WhenAll(twins.Select(t => ground.TellAsync(new BirthEntryWritten(t))));

        Assert.Single(await ground.AskAsync(new FindChildrenOf(mother, [], Access: null)));
    }

    [Fact]
    public async Task BirthEntryWritten_WithTheFatherOnly_LooksAtHisChildren()
    {
        var father = await ground.CreatePersonAsync("Male");
        await ground.TellAsync(new BirthEntryWritten(ground.WriteBirth(null, father)));
        var second = ground.WriteBirth(null, father);

        await ground.TellAsync(new BirthEntryWritten(second));

        Assert.Equal(["population.identity-number-needs-review"], await ground.EventsOfAsync($"birth-entry:{second}"));
    }
}
