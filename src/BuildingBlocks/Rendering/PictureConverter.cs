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
        var header = await RunAsync(folder, vipsheader, ct, "-a", "upload");
        if (header.End != ChildProcessEnd.Succeeded || Size().Match(header.Output) is not { Success: true } size)
        {
            return Refuse(header, ConversionProblem.Broken);
        }

        if (Number(size.Groups[1]) * Number(size.Groups[2]) > _options.MaxPixels)
        {
            return new ConversionOutcome.Refused(ConversionProblem.TooLarge);
        }

        // A photo's own colour profile goes into the pixels before it is stripped. Asking for that where there is none
        // shifts colours, and a profile that doesn't fit its picture mustn't cost the citizen the upload.
        var result = await ShrinkAsync(folder, vips, ct, ColourProfile().IsMatch(header.Output) ? ["--export-profile", "srgb"] : []);
        if (result.End == ChildProcessEnd.Failed)
        {
            result = await ShrinkAsync(folder, vips, ct, []);
        }

        return result.End == ChildProcessEnd.Succeeded
            ? await CollectAsync(kind, folder, 1, ct)
            : Refuse(result, ConversionProblem.Broken);
    }

    // thumbnail turns by the EXIF orientation.
    private Task<ChildProcessResult> ShrinkAsync(WorkFolder folder, string vips, CancellationToken ct, string[] colours)
    {
        var side = _options.RenditionSide.ToString(CultureInfo.InvariantCulture);
        return RunAsync(
            folder, vips, ct,
            [
                "thumbnail", "upload", "page-1.jpg[Q=85,strip,optimize_coding,background=255]", side, "--height", side,
                "--size", "down", "--fail-on", "error", .. colours,
            ]);
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

    [GeneratedRegex(@"\Aupload: (\d{1,9})x(\d{1,9}) ")]
    private static partial Regex Size();

    [GeneratedRegex("^icc-profile-data: ", RegexOptions.Multiline)]
    private static partial Regex ColourProfile();

    [LoggerMessage(Level = LogLevel.Error, Message = "Uploads can't be converted: install {Packages}")]
    private partial void LogMissing(string packages);
}
