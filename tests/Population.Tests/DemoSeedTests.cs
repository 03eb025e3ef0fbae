using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Demo;
using Project06.DemoNation;
using Project06.Population.Tests.Ground;

namespace Project06.Population.Tests;

/// <summary>A database of its own, for the seeder works on empty tables only.</summary>
public sealed class DemoSeedTests(PopulationGround ground, Xunit.Abstractions.ITestOutputHelper output) : IClassFixture<PopulationGround>
{
    [Fact]
    public async Task Seed_CopiesTheNationOnce()
    {
        var size = int.Parse(Environment.GetEnvironmentVariable("P06_SEED_PEOPLE") ?? "2000");
        var nation = Nation.Generate(new DemoNationOptions(People: size), DataFolder());
        var seeder = ground.Services.GetRequiredService<IDemoSeeder<Nation>>();

        var watch = Stopwatch.StartNew();
        await seeder.SeedAsync(nation, default);
        output.WriteLine($"{nation.People.Count} people in {watch.Elapsed.TotalSeconds:0.0} s");
        await seeder.SeedAsync(nation, default);

        Assert.Equal([nation.People.Count], await ground.QueryAsync<int>("SELECT count(*)::int FROM population.persons"));
        Assert.Equal([nation.Households.Count], await ground.QueryAsync<int>("SELECT count(*)::int FROM population.households"));
        Assert.Equal(
            [nation.People.Count(p => p.MotherId is not null) + nation.People.Count(p => p.FatherId is not null)],
            await ground.QueryAsync<int>("SELECT count(*)::int FROM population.parentage"));
        Assert.Equal([nation.People.Count], await ground.QueryAsync<int>("SELECT count(*)::int FROM population.residences"));
        Assert.Equal(
            [nation.People.Count(p => p.HouseholdId is not null)], await ground.QueryAsync<int>("SELECT count(*)::int FROM population.memberships"));
        Assert.Equal([nation.Cast.Mother.Number], await ground.QueryAsync<string>("SELECT number FROM population.persons WHERE id = $1", null, nation.Cast.Mother.Id));
    }

    private static string DataFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "data", "names")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The repository's data folder isn't above this one.");
        return Path.Combine(folder, "data");
    }
}
