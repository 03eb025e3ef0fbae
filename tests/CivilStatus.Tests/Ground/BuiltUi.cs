using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Project06.CivilStatus.Tests.Ground;

/// <summary>The design system's built files, at the address where a host serves them.</summary>
internal sealed class BuiltUi : IWebHostEnvironment
{
    public IFileProvider WebRootFileProvider { get; set; } = new UnderContent(
        new PhysicalFileProvider(Path.Combine(RepoRoot, "src", "Ui", "wwwroot")));
    public string WebRootPath { get; set; } = "";
    public string EnvironmentName { get; set; } = "Test";
    public string ApplicationName { get; set; } = "Tests";
    public string ContentRootPath { get; set; } = "";
    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

    public static string RepoRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                folder = folder.Parent;
            return folder!.FullName;
        }
    }

    private sealed class UnderContent(IFileProvider files) : IFileProvider
    {
        private const string Prefix = "_content/Project06.Ui/";

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;
        public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath[Prefix.Length..]);
        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
