namespace Project06.DemoNation.Tests;

/// <summary>One nation of the default size for all tests that only read it.</summary>
public sealed class NationFixture
{
    public NationFixture()
    {
        Nation = Nation.Generate(new DemoNationOptions(), DataFolder);
        Summary = Nation.Summarise();
        ById = Nation.People.ToDictionary(p => p.Id);
    }

    public static string DataFolder { get; } = FindData();

    public Nation Nation { get; }

    public NationSummary Summary { get; }

    public IReadOnlyDictionary<Guid, DemoPerson> ById { get; }

    public IEnumerable<DemoPerson> Living => Nation.People.Where(p => p.DeathDate is null);

    private static string FindData()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's data folder.");
        }

        return Path.Combine(folder.FullName, "data");
    }
}
