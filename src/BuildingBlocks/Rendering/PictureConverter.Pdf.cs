using System.Globalization;
using System.Text.RegularExpressions;

namespace Project06.BuildingBlocks.Rendering;

public sealed partial class PictureConverter
{
    private async Task<ConversionOutcome> ConvertPdfAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var pdftoppm = ToolPaths.Choose(_options.PdfToPpm, "pdftoppm");
        if (pdftoppm is null || ToolPaths.Beside(pdftoppm, "pdfinfo") is not { } pdfinfo)
        {
            return Missing("poppler-utils");
        }

        using var folder = new WorkFolder(_user);
        await folder.WriteAsync("upload", content, ct);
        var info = await RunAsync(folder, pdfinfo, ct, "upload");
        if (info.End != ChildProcessEnd.Succeeded || PageCount().Match(info.Output) is not { Success: true } match)
        {
            return Refuse(
                info,
                info.Errors.Contains("password", StringComparison.OrdinalIgnoreCase)
                    ? ConversionProblem.Locked
                    : ConversionProblem.Broken);
        }

        var pages = Number(match.Groups[1]);
        if (pages == 0 || pages > _options.MaxPages)
        {
            return new ConversionOutcome.Refused(pages == 0 ? ConversionProblem.Broken : ConversionProblem.TooManyPages);
        }

        // scale-to, not a resolution: a page may claim to be a kilometre wide.
        var result = await RunAsync(
            folder, pdftoppm, ct, "-jpeg", "-jpegopt", "quality=85", "-scale-to",
            _options.RenditionSide.ToString(CultureInfo.InvariantCulture), "-q", "upload", "page");
        return result.End == ChildProcessEnd.Succeeded
            ? await CollectAsync(UploadKind.Pdf, folder, (int)pages, ct)
            : Refuse(result, ConversionProblem.Broken);
    }

    [GeneratedRegex(@"^Pages:\s+(\d{1,9})", RegexOptions.Multiline)]
    private static partial Regex PageCount();
}
