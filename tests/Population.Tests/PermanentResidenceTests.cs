using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class PermanentResidenceTests(PopulationGround ground)
{
    private const string Effect = "population.register-permanent-residence";

    [Fact]
    public async Task Register_IntoAHousehold_EndsTheFormerResidenceAndKeepsIt()
    {
        var (home, head) = await ground.CreateHomeAsync();
        var (old, mover) = await ground.CreateHomeAsync("Female");
        await ground.MarryAsync(head, mover);

        var asked = await ground.DecideAsync(Effect, new RegisterPermanentResidence(mover, "none", head, null, null, null, null), mover);

        Assert.Equal($"/population/residences/{asked.RequestId}", await ground.AnswerAsync(asked));
        var person = Assert.Single(await ground.AskAsync(new FindPeople([mover], [], Access: null)));
        Assert.Equal((home, head, HouseholdRelation.Spouse), (person.HouseholdId, person.HeadId, person.RelationToHead));
        Assert.Equal(
            ["1 InForce", "1 InForce", "2 Ended"],
            await ground.QueryAsync<string>("SELECT version || ' ' || status FROM population.residences WHERE person_id = $1 ORDER BY 1", null, mover));
        Assert.Equal([true], await ground.QueryAsync<bool>("SELECT ended_on IS NOT NULL AND head_id IS NULL FROM population.households WHERE id = $1", null, old));
    }

    [Fact]
    public async Task Register_OfAHeadWhoLeavesOthers_NeedsASuccessorAmongThem()
    {
        var (home, head) = await ground.CreateHomeAsync();
        var son = await ground.CreatePersonAsync("Male", home, "Child");
        var cousin = await ground.CreatePersonAsync("Male", home, "Other");
        await ground.BearAsync(son, head, "Father");
        var stranger = await ground.CreatePersonAsync();
        RegisterPermanentResidence To(Guid? successor) => new(head, "none", null, null, Families.Ward, "9 phố Mới", successor);

        Assert.Equal("successor-needed", await ground.AnswerAsync(await ground.DecideAsync(Effect, To(null))));
        Assert.Equal("successor-not-member", await ground.AnswerAsync(await ground.DecideAsync(Effect, To(stranger))));
        Assert.Contains(
            await ground.AskAsync(new CheckPermanentResidence(head, "none", null, Families.Ward, "9 phố Mới", null)),
            f => f is { Blocks: true, Property: "successorId" });
        await ground.DecideAsync(Effect, To(son));

        var left = await ground.AskAsync(new FindHousehold(son, [], Access: null));
        Assert.Equal(son, left!.HeadId);
        Assert.Equal(HouseholdRelation.Other, left.Members.Single(m => m.PersonId == cousin).RelationToHead);
        Assert.Equal(
            (head, "9 phố Mới"), (await ground.AskAsync(new FindHousehold(head, [], Access: null))) is { } own ? (own.HeadId!.Value, own.Address) : default);
    }

    [Fact]
    public async Task Register_OfANewborn_BringsItHome()
    {
        var (home, mother) = await ground.CreateHomeAsync("Female");
        var entry = ground.WriteBirth(mother, null);
        await ground.TellAsync(new CivilStatus.Contracts.BirthEntryWritten(entry));
        var child = Assert.Single(await ground.AskAsync(new FindChildrenOf(mother, [], Access: null)));

        await ground.DecideAsync(Effect, new RegisterPermanentResidence(child.PersonId, null, mother, null, null, null, null));

        Assert.Equal(
            [mother, child.PersonId], (await ground.AskAsync(new FindHousehold(mother, [], Access: null)))!.Members.Select(m => m.PersonId));
        Assert.Equal(
            ["Current Ended", "Permanent InForce"], (await ground.QueryAsync<string>("""
                SELECT DISTINCT ON (id) kind || ' ' || status FROM population.residences WHERE person_id = $1 ORDER BY id, version DESC
                """, null, child.PersonId)).Order());
        Assert.Equal("already-there", await ground.AnswerAsync(await ground.DecideAsync(
            Effect, new RegisterPermanentResidence(child.PersonId, null, mother, null, null, null, null))));
    }

    [Fact]
    public async Task Register_IntoAHouseholdWithoutHead_IsRefused()
    {
        var (home, head) = await ground.CreateHomeAsync();
        var member = await ground.CreatePersonAsync("Female", home, "Spouse");
        var mover = await ground.CreatePersonAsync();
        Assert.Equal("head-unknown", await ground.AnswerAsync(await ground.DecideAsync(
            Effect, new RegisterPermanentResidence(mover, null, member, null, null, null, null))));
        await ground.QueryAsync<int>(
            "UPDATE population.households SET head_id = NULL, headless_since = '2026-11-01' WHERE id = $1", "p06_population", home);

        Assert.Equal("household-without-head", await ground.AnswerAsync(await ground.DecideAsync(
            Effect, new RegisterPermanentResidence(mover, null, head, null, null, null, null))));
    }

    [Fact]
    public async Task FindPersonAsOf_ShowsTheDayAndWhatWasKnown()
    {
        var (_, mover) = await ground.CreateHomeAsync("Female");
        var before = TimeProvider.System.GetUtcNow();
        await ground.DecideAsync(Effect, new RegisterPermanentResidence(mover, "none", null, null, Families.Ward, "9 phố Mới", null));
        var today = DateOnly.FromDateTime(DateTime.UnixEpoch + (before - DateTimeOffset.UnixEpoch) + TimeSpan.FromHours(7));

        Assert.Equal("9 phố Mới", (await AsOfAsync(mover, today, null))!.Person.ResidenceAddress);
        Assert.Equal("12 phố Huế", (await AsOfAsync(mover, today.AddDays(-1), null))!.Person.ResidenceAddress);
        Assert.Equal("12 phố Huế", (await AsOfAsync(mover, today, before))!.Person.ResidenceAddress);
        Assert.Null(await AsOfAsync(mover, new DateOnly(1990, 1, 1), null));
    }

    private Task<PersonAsOf?> AsOfAsync(Guid person, DateOnly on, DateTimeOffset? knownAt) =>
        ground.AskAsync(new FindPersonAsOf(person, on, knownAt, [], Access: null));
}
