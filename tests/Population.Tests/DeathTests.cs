using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Features.Succession;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class DeathTests(PopulationGround ground)
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public async Task Death_OfAHead_EndsWhatWasTheirs_AndItsUndoingRestoresIt()
    {
        var (home, head, wife, son) = await FamilyAsync();
        var before = await SnapshotAsync(home);
        var death = Death(head);

        await ground.TellAsync(death);
        await ground.TellAsync(death);

        var dead = Assert.Single(await ground.AskAsync(new FindPeople([head], [], Access: null)));
        Assert.Equal((false, Day, null), (dead.IsAlive, dead.DiedOn, dead.HouseholdId));
        var widow = Assert.Single(await ground.AskAsync(new FindPeople([wife], [], Access: null)));
        Assert.Equal((MaritalStatus.Widowed, null), (widow.MaritalStatus, widow.Marriage));
        var waiting = await ground.AskAsync(new FindHousehold(wife, [], Access: null));
        Assert.Equal((null, Day), (waiting!.HeadId, waiting.HeadlessSince));
        Assert.Equal(
            ["headship Waiting 1 G01.26.00.01", "record Done 1 -", "residence Done 1 -"], await ConsequencesAsync(death.DeathEntryId));
        Assert.Equal(
            MaritalStatus.Married, (await ground.AskAsync(new FindPersonAsOf(wife, Day.AddDays(-1), null, [], Access: null)))!.Person.MaritalStatus);

        var revoked = new DeathRegistrationRevoked(death.DeathEntryId, head, Families.Ward, TimeProvider.System.GetUtcNow());
        await ground.TellAsync(revoked);
        await ground.TellAsync(revoked);

        Assert.Equal(before, await SnapshotAsync(home));
        Assert.Equal([2], await ground.QueryAsync<int>("SELECT count(*)::int FROM population.death_notes WHERE person_id = $1", null, head));
        Assert.Equal(
            ["headship Restored 1 -", "record Restored 1 -", "residence Restored 1 -"], (await ConsequencesAsync(death.DeathEntryId)).Where(c => c.Contains("Restored", StringComparison.Ordinal)));
        Assert.Equal(
            [false, true], await ground.QueryAsync<bool>("SELECT new_value IS NULL FROM population.person_changes WHERE person_id = $1 AND field = 'DiedOn' ORDER BY sequence", null, head));
        _ = son;
    }

    [Fact]
    public async Task Successor_IsNamedByTheMembers_AndStepsBackWhenTheDeathIsUndone()
    {
        var (home, head, wife, son) = await FamilyAsync();
        var before = await SnapshotAsync(home);
        var death = Death(head);
        await ground.TellAsync(death);

        Assert.False((await NameAsync(home, head, wife)).Succeeded);
        Assert.True((await NameAsync(home, wife, wife)).Succeeded);
        Assert.False((await NameAsync(home, wife, wife)).Succeeded);

        var named = await ground.AskAsync(new FindHousehold(son, [], Access: null));
        Assert.Equal(wife, named!.HeadId);
        Assert.Equal(HouseholdRelation.Child, named.Members.Single(m => m.PersonId == son).RelationToHead);
        Assert.Contains("headship Done 1 -", await ConsequencesAsync(death.DeathEntryId));

        await ground.TellAsync(new DeathRegistrationRevoked(death.DeathEntryId, head, Families.Ward, TimeProvider.System.GetUtcNow()));

        Assert.Equal(before, await SnapshotAsync(home));
    }

    [Fact]
    public async Task Death_OfTheLastMember_EndsTheHousehold()
    {
        var (home, head) = await ground.CreateHomeAsync();
        var before = await SnapshotAsync(home);
        var death = Death(head);

        await ground.TellAsync(death);

        Assert.Equal([true], await ground.QueryAsync<bool>("SELECT ended_on = $2 AND head_id IS NULL FROM population.households WHERE id = $1", null, home, Day));
        Assert.Contains("headship Done 1 -", await ConsequencesAsync(death.DeathEntryId));
        await ground.TellAsync(new DeathRegistrationRevoked(death.DeathEntryId, head, Families.Ward, TimeProvider.System.GetUtcNow()));
        Assert.Equal(before, await SnapshotAsync(home));
    }

    private static DeathRegistered Death(Guid person) =>
        new(Guid.CreateVersion7(), person, Day, Families.Ward, TimeProvider.System.GetUtcNow());

    private Task<Result<Guid>> NameAsync(Guid home, Guid successor, Guid by) => ground.AskAsync(new NameSuccessor(home, successor, by, null));

    private async Task<(Guid Home, Guid Head, Guid Wife, Guid Son)> FamilyAsync()
    {
        var (home, head) = await ground.CreateHomeAsync();
        var wife = await ground.CreatePersonAsync("Female", home, "Spouse");
        var son = await ground.CreatePersonAsync("Male", home, "Child");
        await ground.MarryAsync(head, wife);
        await ground.BearAsync(son, head, "Father");
        await ground.BearAsync(son, wife);
        return (home, head, wife, son);
    }

    private async Task<string> SnapshotAsync(Guid home) => string.Join('\n', await ground.QueryAsync<string>("""
        SELECT h.head_id || ' ' || p.id || ' ' || p.relation_to_head || ' ' || p.marital_status || ' ' || coalesce(p.died_on::text, '-')
            || ' ' || coalesce(h.ended_on::text, '-') || ' ' || p.residence_address
        FROM population.households h JOIN population.persons p ON p.household_id = h.id WHERE h.id = $1 ORDER BY p.id
        """, null, home));

    private async Task<List<string>> ConsequencesAsync(Guid entry) => [.. (await ground.QueryAsync<string>("""
        SELECT (payload ->> 'kind') || ' ' || (ARRAY['Nothing', 'Done', 'Waiting', 'Restored'])[(payload ->> 'state')::int + 1] || ' ' || (payload ->> 'count') || ' ' || coalesce(payload ->> 'waitsForOrganisation', '-')
        FROM population.events WHERE name = 'civil-status.death-consequence-recorded' AND payload ->> 'deathEntryId' = $1::text
        """, null, entry.ToString())).Order(StringComparer.Ordinal)];
}
