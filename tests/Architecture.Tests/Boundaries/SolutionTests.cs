namespace Project06.Architecture.Tests.Boundaries;

public sealed class SolutionTests
{
    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var solution = File.ReadAllText(Repository.PathOf("Project06.sln")).Replace('\\', '/');

        var missing = Product.Files("*.csproj", "src", "tests").Select(Product.Relative).Where(p => !solution.Contains($"\"{p}\""));

        Assert.Empty(missing);
    }

    [Fact]
    public void SourceFiles_AreShort()
    {
        const int most = 350;

        var long_ = Product.Files("*.cs", "src", "tests").Select(f => (File: Product.Relative(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > most).Select(f => $"{f.File}: {f.Lines} lines");

        Assert.Empty(long_);
    }
}
