using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Architecture.Tests.Boundaries;

public sealed partial class MigrationTests
{
    public static TheoryData<string> WithMigrations => new(Product.Assemblies.Where(a => Ids(a).Any()).Select(Product.NameOf));

    [Theory]
    [MemberData(nameof(WithMigrations))]
    public void Ledger_NamesEveryFileAndBack(string name)
    {
        var assembly = Product.Assemblies.Single(a => Product.NameOf(a) == name);
        var resources = assembly.GetManifestResourceNames()
            .Select(r => FileId().Match(r)).Where(m => m.Success).Select(m => m.Groups[1].Value);
        var folder = Path.GetDirectoryName(Product.Files(name + ".csproj", "src").Single())!;
        var files = Directory.EnumerateFiles(Path.Combine(folder, "Data", "Migrations"), "*.sql").Select(f => Path.GetFileNameWithoutExtension(f)).ToList();

        Assert.Equal(files.Order(StringComparer.Ordinal), Ids(assembly).Order(StringComparer.Ordinal));
        Assert.Equal(files.Order(StringComparer.Ordinal), resources.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WithMigrations))]
    public void Ledger_IsInOrderAndWellNamed(string name)
    {
        var ids = Ids(Product.Assemblies.Single(a => Product.NameOf(a) == name)).ToList();

        Assert.All(ids, id => Assert.Matches("^20[0-9]{12}_[a-z][a-z0-9_]+$", id));
        // Several areas of a module have a ledger each; the migrator runs them by their stamps, so these must differ.
        Assert.Equal(ids.Count, ids.Select(i => i[..14]).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(WithMigrations))]
    public void Files_OpenWithASentence(string name)
    {
        var folder = Path.GetDirectoryName(Product.Files(name + ".csproj", "src").Single())!;

        Assert.All(Directory.EnumerateFiles(folder, "20*.sql", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
            file => Assert.StartsWith("-- ", File.ReadAllText(file)));
    }

    // Metadata order is source order.
    private static IEnumerable<string> Ids(Assembly assembly) => assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(SqlMigration)))
        .OrderBy(t => t.MetadataToken)
        .Select(t =>
        {
            Assert.NotNull(t.GetCustomAttribute<DbContextAttribute>());
            return t.GetCustomAttribute<MigrationAttribute>()!.Id;
        });

    [GeneratedRegex(@"\.(20\d{12}_[a-z0-9_]+)\.sql$")]
    private static partial Regex FileId();
}
