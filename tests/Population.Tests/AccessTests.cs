using Npgsql;
using Project06.BuildingBlocks.Access;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;
using Project06.Transparency.Contracts;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class AccessTests(PopulationGround ground)
{
    private static AccessContext Official(Guid person) =>
        new(Guid.CreateVersion7(), person, "H26.00.01.01", "Trung tâm Phục vụ hành chính công phường Cửa Nam", AccessPurposes.Receive, "1.001193", "H26-1");

    [Fact]
    public async Task FindPeople_WritesOneRowForEachPersonButTheAsker()
    {
        var (shown, other, asker) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync(), await ground.CreatePersonAsync());

        var found = await ground.AskAsync(new FindPeople(
            [shown, other, asker, shown, Guid.NewGuid()], [PersonFields.Name, PersonFields.Residence], Official(asker)));

        Assert.Equal(3, found.Count);
        var rows = await ground.QueryAsync<string>("""
            SELECT person_id || ' ' || purpose || ' ' || dossier || ' ' || array_to_string(fields, ',') FROM transparency.access_rows
            WHERE actor_person = $1 ORDER BY 1
            """, null, asker);
        Assert.Equal(new[] { shown, other }.Order().Select(p => $"{p} receive H26-1 name,residence").Order(), rows.Order());
    }

    [Fact]
    public async Task FindPersonByNumber_WithoutContext_WritesNothing()
    {
        var person = await ground.CreatePersonAsync();
        var number = (await ground.AskAsync(new FindPeople([person], [], Access: null)))[0].Number;

        var found = await ground.AskAsync(new FindPersonByNumber(number, [], Access: null));

        Assert.Equal(person, found?.PersonId);
        Assert.Equal(0, (await ground.AskAsync(new CountLooks(person, 30))).Count);
        Assert.Null(await ground.AskAsync(new FindPersonByNumber("không phải số", [], Access: null)));
    }

    [Fact]
    public async Task CountLooks_TellsHowOftenAndWhoLast()
    {
        var person = await ground.CreatePersonAsync();
        var context = Official(Guid.NewGuid());
        await ground.AskAsync(new FindPeople([person], [PersonFields.Name], context));
        await ground.AskAsync(new FindPeople([person], [PersonFields.Name], context with { OrganisationName = "Công an phường Cửa Nam" }));

        var looks = await ground.AskAsync(new CountLooks(person, 30));

        Assert.Equal((2, "Công an phường Cửa Nam"), (looks.Count, looks.LatestOrganisation));
    }

    [Fact]
    public async Task Ledger_HashProvesTheRow()
    {
        var person = await ground.CreatePersonAsync();
        await ground.AskAsync(new FindPeople([person], [PersonFields.Name], Official(Guid.NewGuid())));

        Assert.Equal([true], await ground.QueryAsync<bool>("""
            SELECT hash = sha256(salt || convert_to(transparency.canonical_access(at, person_id, actor_account, actor_person,
                organisation, organisation_name, purpose, procedure, dossier, fields), 'UTF8'))
            FROM transparency.access_rows WHERE person_id = $1
            """, null, person));
    }

    [Theory]
    [InlineData("""{"account":"01930000-0000-7000-8000-000000000001"}""", """[{"person":"01930000-0000-7000-8000-000000000002","fields":["name"]}]""")]
    [InlineData("""{"account":"01930000-0000-7000-8000-000000000001","purpose":"search"}""", """[{"person":"01930000-0000-7000-8000-000000000002","fields":[]}]""")]
    [InlineData("""{"account":"01930000-0000-7000-8000-000000000001","purpose":"search"}""", """[{"person":"01930000-0000-7000-8000-000000000002"}]""")]
    [InlineData("""{"purpose":"search"}""", """[{"person":"01930000-0000-7000-8000-000000000002","fields":["name"]}]""")]
    public async Task Append_WithoutPurposeFieldsOrActor_IsRefused(string who, string people)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ground.QueryAsync<object>(
            $"SELECT transparency.append_access('{who}'::jsonb, '{people}'::jsonb)", "p06_population"));

        Assert.StartsWith("23", refused.SqlState, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p06_population", "SELECT 1 FROM transparency.access_rows")]
    [InlineData("p06_population", "INSERT INTO transparency.access_rows (person_id) VALUES (gen_random_uuid())")]
    [InlineData("p06_population", "SELECT transparency.canonical_access(now(), NULL, NULL, NULL, '', '', '', '', '', '{}')")]
    [InlineData("p06_reference_data", "SELECT 1 FROM transparency.access_rows")]
    [InlineData("p06_transparency", "INSERT INTO transparency.access_rows (person_id) VALUES (gen_random_uuid())")]
    [InlineData("p06_transparency", "UPDATE transparency.access_rows SET purpose = 'x'")]
    [InlineData("p06_transparency", "DELETE FROM transparency.access_rows")]
    [InlineData("p06_transparency", "TRUNCATE transparency.access_rows")]
    [InlineData("p06_transparency", "SELECT 1 FROM population.persons")]
    [InlineData("p06_population", "UPDATE population.issued_numbers SET number = '1'")]
    [InlineData("p06_population", "DELETE FROM population.events")]
    public async Task Walls_BetweenRolesAndSchemas_Hold(string role, string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ground.QueryAsync<object>(sql, role));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
