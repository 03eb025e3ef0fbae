using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class SearchPeopleTests(PopulationGround ground)
{
    [Fact]
    public async Task Search_ByNameWithoutTonesAndBirthDate_FindsAndWritesARowForEachHit()
    {
        var (person, clerk) = (await ground.CreatePersonAsync(), Guid.NewGuid());
        await RenameAsync(person, "Quách", "Thị", "Ngọc Yến", "quach thi ngoc yen");

        var hits = await ground.AskAsync(new SearchPeople(null, "ngoc quach", new DateOnly(1996, 3, 5), Clerk(clerk)));

        var hit = Assert.Single(hits);
        Assert.Equal((person, "Quách Thị Ngọc Yến", 4), (hit.PersonId, hit.FullName, hit.NumberEnd.Length));
        Assert.Equal(
            [person], await ground.QueryAsync<Guid>("SELECT person_id FROM transparency.access_rows WHERE actor_person = $1 AND purpose = 'search'", null, clerk));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("quach", "1996-03-05")]
    [InlineData("quach yen", null)]
    [InlineData("quach quach", "1996-03-05")]
    public async Task Search_WithTooLittle_FindsNobody(string? name, string? born)
    {
        var person = await ground.CreatePersonAsync();
        await RenameAsync(person, "Quách", "Thị", "Yến", "quach thi yen");

        Assert.DoesNotContain(
            await ground.AskAsync(new SearchPeople(null, name, born is null ? null : DateOnly.Parse(born), Clerk(Guid.NewGuid()))),
            hit => hit.PersonId == person);
    }

    [Fact]
    public async Task FindHousehold_TellsTheHeadFirstAndRecordsTheOthers()
    {
        var home = await ground.CreateHouseholdAsync();
        var head = await ground.CreatePersonAsync("Male", home);
        var wife = await ground.CreatePersonAsync("Female", home, "Spouse");
        await ground.MakeHeadAsync(home, head);

        var found = await ground.AskAsync(new FindHousehold(wife, [PersonFields.Name], Clerk(wife) with { OrganisationCode = null }));

        Assert.Equal([head, wife], found!.Members.Select(m => m.PersonId));
        Assert.Equal((head, HouseholdRelation.Spouse), (found.Members[1].HeadId, found.Members[1].RelationToHead));
        Assert.Equal([head], await ground.QueryAsync<Guid>("SELECT person_id FROM transparency.access_rows WHERE actor_person = $1", null, wife));
    }

    private static AccessContext Clerk(Guid person) =>
        new(Guid.CreateVersion7(), person, "H26.00.01.01", "Trung tâm", AccessPurposes.Search);

    private Task RenameAsync(Guid person, string surname, string middle, string given, string folded) => ground.QueryAsync<int>(
        "UPDATE population.persons SET surname = $2, middle_name = $3, given_name = $4, folded_name = $5 WHERE id = $1",
        "p06_population", person, surname, middle, given, folded);
}
