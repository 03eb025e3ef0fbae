using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class SameChildTests(PopulationGround ground)
{
    [Fact]
    public async Task BirthEntryWritten_ForTheChildOfARevokedEntry_KeepsItsNumber()
    {
        var mother = await ground.CreatePersonAsync();
        var (first, child) = await RegisterAsync(mother);
        await ground.TellAsync(new BirthEntryRevoked(first, child.PersonId, Families.Ward));
        await ground.TellAsync(new BirthEntryRevoked(first, child.PersonId, Families.Ward));
        var second = ground.WriteBirth(mother, null);

        await ground.TellAsync(new BirthEntryWritten(second));
        await ground.TellAsync(new BirthEntryWritten(second));

        Assert.Equal(child.Number, Assert.Single(await ground.AskAsync(new FindChildrenOf(mother, [], Access: null))).Number);
        Assert.Equal(["population.identity-number-issued"], await ground.EventsOfAsync($"birth-entry:{second}"));
    }

    [Fact]
    public async Task BirthEntryWritten_AfterTheNewEntryIsInForce_IsATwinsQuestionAgain()
    {
        var mother = await ground.CreatePersonAsync();
        var (first, child) = await RegisterAsync(mother);
        await ground.TellAsync(new BirthEntryRevoked(first, child.PersonId, Families.Ward));
        await ground.TellAsync(new BirthEntryWritten(ground.WriteBirth(mother, null)));
        var third = ground.WriteBirth(mother, null);

        await ground.TellAsync(new BirthEntryWritten(third));

        Assert.Equal(["population.identity-number-needs-review"], await ground.EventsOfAsync($"birth-entry:{third}"));
    }

    [Fact]
    public async Task SameChildConfirmed_WithAnotherName_TakesTheNameAndKeepsTheNumber()
    {
        var mother = await ground.CreatePersonAsync();
        var (first, child) = await RegisterAsync(mother);
        await ground.TellAsync(new BirthEntryRevoked(first, child.PersonId, Families.Ward));
        var second = ground.WriteBirth(mother, null, given: "Anh");
        await ground.TellAsync(new BirthEntryWritten(second));
        Assert.Equal(
            ["true"], await ground.QueryAsync<string>("SELECT payload ->> 'formerEntryRevoked' FROM population.events WHERE subject = $1", null, $"birth-entry:{second}"));

        await ground.TellAsync(new SameChildConfirmed(second, child.PersonId));
        await ground.TellAsync(new SameChildConfirmed(second, child.PersonId));

        var now = Assert.Single(await ground.AskAsync(new FindChildrenOf(mother, [], Access: null)));
        Assert.Equal((child.Number, "Nguyễn Bảo Anh"), (now.Number, now.FullName));
        Assert.Equal(
            ["An > Anh"], await ground.QueryAsync<string>(
                "SELECT old_value || ' > ' || new_value FROM population.person_changes WHERE person_id = $1 AND field = 'GivenName'", null, child.PersonId));
    }

    [Fact]
    public async Task SameChildConfirmed_WhileTheOtherEntryHolds_IsRefused()
    {
        var mother = await ground.CreatePersonAsync();
        var (_, child) = await RegisterAsync(mother);
        var second = ground.WriteBirth(mother, null);
        await ground.TellAsync(new BirthEntryWritten(second));

        await Assert.ThrowsAsync<InvalidOperationException>(() => ground.TellAsync(new SameChildConfirmed(second, child.PersonId)));
    }

    private async Task<(Guid Entry, Person Child)> RegisterAsync(Guid mother)
    {
        var entry = ground.WriteBirth(mother, null);
        await ground.TellAsync(new BirthEntryWritten(entry));
        return (entry, Assert.Single(await ground.AskAsync(new FindChildrenOf(mother, [], Access: null))));
    }
}
