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
    private readonly WaitingShrinkers _shrinkers;

    /// <summary>Made once a host, by AddRendering.</summary>
    public PictureConverter(IOptions<RenderingOptions> options, ILogger<PictureConverter> logger)
    {
        _options = options.Value;
        _logger = logger;
        _turns = new SemaphoreSlim(_options.ConversionsAtOnce);
        _user = UnprivilegedUser.Find(_options.User);
        _shrinkers = new WaitingShrinkers(_options.ConversionsAtOnce, colours =>
        {
            var folder = new WorkFolder(_user);
            return (folder, ChildProcess.Start(Request(folder, ToolPaths.Choose(_options.Vips, "vips") ?? "vips", Shrinking(colours))));
        });
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
            return kind == UploadKind.Pdf
                ? await ConvertPdfAsync(content, ct)
                : await ConvertPictureAsync(kind, content, ct);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turns.Dispose();
        _shrinkers.Dispose();
    }

    private async Task<ConversionOutcome> ConvertPictureAsync(UploadKind kind, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var vips = ToolPaths.Choose(_options.Vips, "vips");
        if (vips is null || ToolPaths.Beside(vips, "vipsheader") is not { } vipsheader)
        {
            return Missing("libvips-tools");
        }

        // The size comes first: a few kilobytes may claim a picture of many gigabytes.
        if (PictureHeader.Read(kind, content.Span) is not { } header)
        {
            var (asked, refused) = await AskHeaderAsync(vipsheader, content, ct);
            if (asked is null)
            {
                return refused!;
            }

            header = asked;
        }

        if ((long)header.Width * header.Height > _options.MaxPixels)
        {
            return new ConversionOutcome.Refused(ConversionProblem.TooLarge);
        }

        // A photo's own colour profile goes into the pixels before it is stripped. Asking for that where there is none
        // shifts colours, and a profile that doesn't fit its picture mustn't cost the citizen the upload.
        var (end, outcome) = await ShrinkAsync(kind, content, header.HasProfile, ct);
        return end == ChildProcessEnd.Failed && header.HasProfile ? (await ShrinkAsync(kind, content, colours: false, ct)).Outcome : outcome;
    }

    // What this program doesn't read itself, the tool does.
    private async Task<(PictureHeader? Header, ConversionOutcome? Refused)> AskHeaderAsync(string vipsheader, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var folder = new WorkFolder(_user);
        await folder.WriteAsync("upload", content, ct);
        var said = await RunAsync(folder, vipsheader, ct, "-a", "upload");
        return said.End == ChildProcessEnd.Succeeded && Size().Match(said.Output) is { Success: true } size
            ? (new PictureHeader((int)Number(size.Groups[1]), (int)Number(size.Groups[2]), ColourProfile().IsMatch(said.Output)), null)
            : (null, Refuse(said, ConversionProblem.Broken));
    }

    private async Task<(ChildProcessEnd End, ConversionOutcome Outcome)> ShrinkAsync(UploadKind kind, ReadOnlyMemory<byte> content, bool colours, CancellationToken ct)
    {
        using var shrinker = _shrinkers.Take(colours);
        var result = await shrinker.Child.FinishAsync(content, ct);
        return (result.End, result.End == ChildProcessEnd.Succeeded
            ? await CollectAsync(kind, shrinker.Folder, 1, ct)
            : Refuse(result, ConversionProblem.Broken));
    }

    // thumbnail turns by the EXIF orientation. From a stream it forgets --fail-on in libvips 8.14; the reader's own option holds.
    private string[] Shrinking(bool colours)
    {
        var side = _options.RenditionSide.ToString(CultureInfo.InvariantCulture);
        return
        [
            "thumbnail_source", "[descriptor=0]", "page-1.jpg[Q=85,strip,optimize_coding,background=255]", side, "--height", side,
            "--size", "down", "--fail-on", "error", "--option-string", "[fail_on=error]", .. colours ? ["--export-profile", "srgb"] : Array.Empty<string>(),
        ];
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
        ChildProcess.RunAsync(Request(folder, tool, arguments), ct);

    private ChildProcessRequest Request(WorkFolder folder, string tool, string[] arguments) => new(tool, arguments, folder.Path)
    {
        Timeout = _options.ConversionTimeout,
        Memory = _options.ConversionMemory,
        User = _user,
        IsAwaited = true,
        // No loader that libvips' authors call unsafe for strangers' files; one thread keeps memory low.
        Environment = new Dictionary<string, string> { ["VIPS_BLOCK_UNTRUSTED"] = "1", ["VIPS_CONCURRENCY"] = "1" },
    };

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
