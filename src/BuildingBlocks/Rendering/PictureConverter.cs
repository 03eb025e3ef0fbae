using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>Turns uploaded pictures and PDFs into plain JPEGs: upright, at most 2000 pixels, without metadata. The work is
/// done by libvips and poppler in child processes, so that a hostile file meets neither this program nor its memory.</summary>
public sealed partial class PictureConverter : IDisposable
{
    private readonly RenderingOptions _options;
    private readonly ILogger<PictureConverter> _logger;
    private readonly SemaphoreSlim _turns;
    private readonly UnprivilegedUser? _user;

    /// <summary>Made once a host, by AddRendering.</summary>
    public PictureConverter(IOptions<RenderingOptions> options, ILogger<PictureConverter> logger)
    {
        _options = options.Value;
        _logger = logger;
        _turns = new SemaphoreSlim(_options.ConversionsAtOnce);
        _user = UnprivilegedUser.Find(_options.User);
    }

    /// <summary>Converts one upload. Refusals are answers, not exceptions.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="ct">Cancels waiting or kills the tool.</param>
    public async Task<ConversionOutcome> ConvertAsync(ReadOnlyMemory<byte> content, CancellationToken ct = default)
    {
        if (content.IsEmpty)
        {
            return new ConversionOutcome.Refused(ConversionProblem.Empty);
        }

        if (content.Length > _options.MaxUploadBytes)
        {
            return new ConversionOutcome.Refused(ConversionProblem.TooLarge);
        }

        var kind = UploadSignature.Sniff(content.Span);
        if (kind == UploadKind.Other)
        {
            return new ConversionOutcome.Refused(ConversionProblem.NotAPicture);
        }

        await _turns.WaitAsync(ct);
        try
        {
            using var folder = new WorkFolder(_user);
            await folder.WriteAsync("upload", content, ct);
            return kind == UploadKind.Pdf
                ? await ConvertPdfAsync(folder, ct)
                : await ConvertPictureAsync(kind, folder, ct);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private async Task<ConversionOutcome> ConvertPictureAsync(UploadKind kind, WorkFolder folder, CancellationToken ct)
    {
        var vips = ToolPaths.Choose(_options.Vips, "vips");
        if (vips is null || ToolPaths.Beside(vips, "vipsheader") is not { } vipsheader)
        {
            return Missing("libvips-tools");
        }

        // The size comes first: a few kilobytes may claim a picture of many gigabytes.
        var header = await RunAsync(folder, vipsheader, ct, "upload");
        if (header.End != ChildProcessEnd.Succeeded || Size().Match(header.Output) is not { Success: true } size)
        {
            return Refuse(header, ConversionProblem.Broken);
        }

        if (Number(size.Groups[1]) * Number(size.Groups[2]) > _options.MaxPixels)
        {
            return new ConversionOutcome.Refused(ConversionProblem.TooLarge);
        }

        // thumbnail turns by the EXIF orientation and goes to sRGB before the profile is stripped; one without is sRGB.
        var side = _options.RenditionSide.ToString(CultureInfo.InvariantCulture);
        var result = await RunAsync(
            folder, vips, ct, "thumbnail", "upload", "page-1.jpg[Q=85,strip,optimize_coding,background=255]", side,
            "--height", side, "--size", "down", "--import-profile", "srgb", "--export-profile", "srgb", "--fail-on", "error");
        return result.End == ChildProcessEnd.Succeeded
            ? await CollectAsync(kind, folder, 1, ct)
            : Refuse(result, ConversionProblem.Broken);
    }

    private async Task<ConversionOutcome> ConvertPdfAsync(WorkFolder folder, CancellationToken ct)
    {
        var pdftoppm = ToolPaths.Choose(_options.PdfToPpm, "pdftoppm");
        if (pdftoppm is null || ToolPaths.Beside(pdftoppm, "pdfinfo") is not { } pdfinfo)
        {
            return Missing("poppler-utils");
        }

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

    private async Task<ConversionOutcome> CollectAsync(UploadKind kind, WorkFolder folder, int expected, CancellationToken ct)
    {
        var files = Directory.GetFiles(folder.Path, "page-*.jpg").Order(StringComparer.Ordinal).ToList();
        var pages = new List<Rendition>(files.Count);
        foreach (var file in files)
        {
            var jpeg = await File.ReadAllBytesAsync(file, ct);
            if (JpegSize.Read(jpeg) is not { } size)
            {
                break;
            }

            pages.Add(new Rendition(jpeg, size.Width, size.Height));
        }

        return pages.Count == expected
            ? new ConversionOutcome.Converted(kind, pages)
            : new ConversionOutcome.Refused(ConversionProblem.Broken);
    }

    private Task<ChildProcessResult> RunAsync(WorkFolder folder, string tool, CancellationToken ct, params string[] arguments) =>
        ChildProcess.RunAsync(
            new ChildProcessRequest(tool, arguments, folder.Path)
            {
                Timeout = _options.ConversionTimeout,
                Memory = _options.ConversionMemory,
                User = _user,
                // No loader that libvips' authors call unsafe for strangers' files; one thread keeps memory low.
                Environment = new Dictionary<string, string>
                {
                    ["VIPS_BLOCK_UNTRUSTED"] = "1",
                    ["VIPS_CONCURRENCY"] = "1",
                },
            },
            ct);

    private ConversionOutcome.Refused Refuse(ChildProcessResult result, ConversionProblem otherwise)
    {
        if (result.End == ChildProcessEnd.NotStarted)
        {
            return Missing("libvips-tools, poppler-utils");
        }

        return new ConversionOutcome.Refused(
            result.End is ChildProcessEnd.TimedOut or ChildProcessEnd.TooMuchOutput ? ConversionProblem.TooLarge : otherwise);
    }

    private ConversionOutcome.Refused Missing(string packages)
    {
        LogMissing(packages);
        return new ConversionOutcome.Refused(ConversionProblem.ToolMissing);
    }

    private static long Number(Group group) => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@": (\d{1,9})x(\d{1,9}) ")]
    private static partial Regex Size();

    [GeneratedRegex(@"^Pages:\s+(\d{1,9})", RegexOptions.Multiline)]
    private static partial Regex PageCount();

    [LoggerMessage(Level = LogLevel.Error, Message = "Uploads can't be converted: install {Packages}")]
    private partial void LogMissing(string packages);
}
