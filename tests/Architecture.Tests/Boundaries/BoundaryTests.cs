using System.Reflection;
using System.Runtime.CompilerServices;

namespace Project06.Architecture.Tests.Boundaries;

public sealed class BoundaryTests
{
    public static TheoryData<string> Modules => new(Product.Modules);

    [Fact]
    public void Modules_AreAllInTheHost() =>
        Assert.All(Product.Modules, m => Assert.Contains(Product.Assemblies, a => Product.NameOf(a) == m));

    [Theory]
    [MemberData(nameof(Modules))]
    public void Module_ExportsItsModuleTypeOnly(string module)
    {
        var exported = Find(module).GetExportedTypes().Select(t => t.Name);

        Assert.Equal([module + "Module"], exported);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Module_KnowsOthersByTheirContractsOnly(string module)
    {
        var foreign = Product.OurReferences(Find(module)).Where(r =>
            r is not ("BuildingBlocks" or "Ui" or "DemoNation") && !r.EndsWith(".Contracts", StringComparison.Ordinal));

        Assert.Empty(foreign);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Contracts_KnowNoImplementation(string module)
    {
        // Effects of procedures are declared with PublicServices' vocabulary: the one contract that others build on.
        var foreign = Product.OurReferences(Find(module + ".Contracts")).Where(r => r is not ("BuildingBlocks" or "PublicServices.Contracts"));

        Assert.Empty(foreign);
    }

    [Theory]
    [InlineData("BuildingBlocks")]
    [InlineData("EmbeddedPostgres")]
    [InlineData("DemoNation")]
    [InlineData("Ui", "BuildingBlocks")]
    public void Ground_KnowsNoModule(string assembly, params string[] allowed) =>
        Assert.Empty(Product.OurReferences(Find(assembly)).Except(allowed));

    [Fact]
    public void Nobody_KnowsTheHost() =>
        Assert.All(Product.Assemblies, a => Assert.DoesNotContain("Host", Product.OurReferences(a)));

    [Fact]
    public void Classes_AreSealed()
    {
        var types = Product.Assemblies.SelectMany(a => a.GetTypes()).ToList();
        var parents = types.Select(t => t.BaseType).OfType<Type>()
            .Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();

        var open = types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }
                && !parents.Contains(t)
                && !t.Name.Contains('<')
                && t != typeof(Program)
                && t.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && t.Namespace is not (null or "AspNetCoreGeneratedDocument"))
            .Select(t => t.FullName);

        Assert.Empty(open);
    }

    [Fact]
    public void RazorPages_HaveUniquePaths()
    {
        var twice = Product.Assemblies
            .SelectMany(a => a.GetCustomAttributes<Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemAttribute>()
                .Select(i => (Path: i.Identifier, Assembly: Product.NameOf(a))))
            // These are found by the folder of whoever asks, and each assembly brings its own.
            .Where(p => !p.Path.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal))
            .GroupBy(p => p.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Assembly))}");

        Assert.Empty(twice);
    }

    private static Assembly Find(string name) => Product.Assemblies.Single(a => Product.NameOf(a) == name);
}
