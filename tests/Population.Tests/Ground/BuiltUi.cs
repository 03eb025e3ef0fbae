using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Project06.Population.Tests.Ground;

/// <summary>The design system's built files, at the address where a host serves them.</summary>
internal static class BuiltUi
{
    public static IFileProvider Files()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return new UnderContent(new PhysicalFileProvider(Path.Combine(folder!.FullName, "src", "Ui", "wwwroot")));
    }

    private sealed class UnderContent(IFileProvider files) : IFileProvider
    {
        private const string Prefix = "_content/Project06.Ui/";

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;
        public IFileInfo GetFileInfo(string subpath) =>
            subpath.TrimStart('/').StartsWith(Prefix, StringComparison.Ordinal) ? files.GetFileInfo(subpath.TrimStart('/')[Prefix.Length..]) : new NotFoundFileInfo(subpath);
        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
