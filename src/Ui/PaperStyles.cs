using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Project06.Ui;

/// <summary>
/// The stylesheet of papers with its fonts inside, for pages that become a PDF: the printing browser then needs no
/// address and no network.
/// </summary>
public sealed partial class PaperStyles(IWebHostEnvironment environment)
{
    private const string Folder = "_content/Project06.Ui/";

    private readonly Lazy<string> css = new(() => Embed(environment.WebRootFileProvider));

    /// <summary>The whole stylesheet as text.</summary>
    /// <exception cref="FileNotFoundException">The styles were never built (npm run build).</exception>
    public string Css => css.Value;

    private static string Embed(IFileProvider files)
    {
        var sheet = System.Text.Encoding.UTF8.GetString(Read(files, "paper.css"));
        return FontAddress().Replace(sheet, match =>
            $"url(data:font/woff2;base64,{Convert.ToBase64String(Read(files, match.Groups["file"].Value))})");
    }

    private static byte[] Read(IFileProvider files, string name)
    {
        using var source = files.GetFileInfo(Folder + name).CreateReadStream();
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex("""url\("?(?<file>fonts/[a-z0-9-]+\.woff2)[^)]*\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontAddress();
}
