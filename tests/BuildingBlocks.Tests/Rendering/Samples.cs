using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Rendering;

namespace Project06.BuildingBlocks.Tests.Rendering;

/// <summary>Small drawn files: left half red, right half blue, 60 × 30; "turned" says by EXIF that it must be turned
/// clockwise and names a place.</summary>
internal static class Samples
{
    public static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Rendering", "Samples", name));

    public static PictureConverter Converter(Action<RenderingOptions>? change = null)
    {
        var options = new RenderingOptions();
        change?.Invoke(options);
        return new PictureConverter(Options.Create(options), NullLogger<PictureConverter>.Instance);
    }

    public static PdfPrinter Printer(Action<RenderingOptions>? change = null)
    {
        var options = new RenderingOptions();
        change?.Invoke(options);
        return new PdfPrinter(Options.Create(options), NullLogger<PdfPrinter>.Instance);
    }

    /// <summary>Runs a tool over a file and gives what it says; {file} stands for the file.</summary>
    public static async Task<string> AskAsync(byte[] content, string tool, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("p06-ask-");
        try
        {
            var file = Path.Combine(folder.FullName, "file");
            await File.WriteAllBytesAsync(file, content);
            var result = await ChildProcess.RunAsync(
                new ChildProcessRequest(
                    Path.Combine("/usr/bin", tool),
                    [.. arguments.Select(a => a.Replace("{file}", file, StringComparison.Ordinal))], folder.FullName),
                CancellationToken.None);
            Assert.Equal(ChildProcessEnd.Succeeded, result.End);
            return result.Output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
