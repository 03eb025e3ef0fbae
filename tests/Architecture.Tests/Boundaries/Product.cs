using System.Reflection;

namespace Project06.Architecture.Tests.Boundaries;

/// <summary>The product's assemblies and source files.</summary>
internal static class Product
{
    public static readonly IReadOnlyList<Assembly> Assemblies =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Project06.*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(n => !n.EndsWith(".Tests", StringComparison.Ordinal) && n != "Project06.Testing")
            .Order(StringComparer.Ordinal).Select(Assembly.Load),
    ];

    public static readonly IReadOnlyList<string> Modules =
    [
        .. Directory.EnumerateDirectories(Repository.PathOf("src", "Modules")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal),
    ];

    public static string NameOf(Assembly assembly) => assembly.GetName().Name!["Project06.".Length..];

    public static IEnumerable<string> OurReferences(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(r => r.Name!).Where(n => n.StartsWith("Project06.", StringComparison.Ordinal)).Select(n => n["Project06.".Length..]);

    /// <summary>Source files below src and tests, without what builds make.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] roots) => roots.SelectMany(root =>
        Directory.EnumerateFiles(Repository.PathOf(root), pattern, SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(Repository.Root, f).Split(Path.DirectorySeparatorChar)
                .All(part => part is not ("bin" or "obj" or "node_modules"))));

    public static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
}
