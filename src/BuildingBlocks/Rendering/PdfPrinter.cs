using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>A file that lies beside the printed page, such as a font or a picture.</summary>
/// <param name="Name">Plain file name, as the page's address for it.</param>
/// <param name="Content">The bytes.</param>
public sealed record PrintAsset(string Name, ReadOnlyMemory<byte> Content);

/// <summary>A page couldn't be printed: Chromium is missing, failed or was too slow. Worth another try later.</summary>
public sealed class PrintException(string message) : Exception(message);

/// <summary>Prints HTML to tagged PDF by headless Chromium: in a child process, as an unprivileged user, in its sandbox,
/// without network or scripts. The same template serves screen, print and file.</summary>
public sealed partial class PdfPrinter : IDisposable
{
    // Written by us, read by nobody else: still nothing but what lies beside the page, and no script.
    private const string Policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data: file:; "
        + "font-src data: file:; style-src 'unsafe-inline' file:\">";

    private readonly RenderingOptions _options;
    private readonly ILogger<PdfPrinter> _logger;
    private readonly SemaphoreSlim _turns;
    private readonly UnprivilegedUser? _user;
    private volatile bool _sandbox = true;

    /// <summary>Made once a host, by AddRendering.</summary>
    public PdfPrinter(IOptions<RenderingOptions> options, ILogger<PdfPrinter> logger)
    {
        _options = options.Value;
        _logger = logger;
        _turns = new SemaphoreSlim(_options.PrintsAtOnce);
        _user = UnprivilegedUser.Find(_options.User);
        WorkFolder.SweepLeftovers();
    }

    /// <summary>Prints one page. Paper size and margins come from the page's own <c>@page</c> rule, the document's
    /// title and language from <c>title</c> and <c>lang</c>.</summary>
    /// <param name="html">A whole document, UTF-8 when written.</param>
    /// <param name="assets">Files beside it, addressed by name.</param>
    /// <param name="ct">Cancels waiting or kills the browser.</param>
    /// <returns>The PDF file.</returns>
    /// <exception cref="PrintException">See there.</exception>
    public async Task<byte[]> PrintAsync(string html, IReadOnlyList<PrintAsset>? assets = null, CancellationToken ct = default)
    {
        var chromium = ToolPaths.Choose(_options.Chromium, "chromium", "chromium-browser", "google-chrome")
            ?? throw new PrintException("Chromium isn't installed (package chromium), or Rendering:Chromium names no file.");
        await _turns.WaitAsync(ct);
        try
        {
            using var folder = new WorkFolder(_user);
            await folder.WriteAsync("page.html", Encoding.UTF8.GetBytes(WithPolicy(html)), ct);
            foreach (var asset in assets ?? [])
            {
                if (asset.Name != Path.GetFileName(asset.Name) || asset.Name.StartsWith('.'))
                {
                    throw new ArgumentException($"'{asset.Name}' isn't a plain file name.", nameof(assets));
                }

                await folder.WriteAsync(asset.Name, asset.Content, ct);
            }

            return await PrintAsync(chromium, folder, ct);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    internal static string WithPolicy(string html)
    {
        var head = html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        return head < 0
            ? throw new ArgumentException("A printed page needs a plain <head>.", nameof(html))
            : html.Insert(head + "<head>".Length, Policy);
    }

    private async Task<byte[]> PrintAsync(string chromium, WorkFolder folder, CancellationToken ct)
    {
        while (true)
        {
            var sandbox = _sandbox;
            var result = await ChildProcess.RunAsync(
                new ChildProcessRequest(chromium, Arguments(folder, sandbox), folder.Path)
                {
                    Timeout = _options.PrintTimeout,
                    User = _user,
                },
                ct);
            if (result.End == ChildProcessEnd.Succeeded && File.Exists(folder["page.pdf"]))
            {
                return await File.ReadAllBytesAsync(folder["page.pdf"], ct);
            }

            // "No usable sandbox!", or "Running as root without --no-sandbox is not supported".
            if (sandbox && result.Errors.Contains("sandbox", StringComparison.OrdinalIgnoreCase))
            {
                _sandbox = false;
                LogNoSandbox();
                continue;
            }

            throw new PrintException($"Chromium {result.End}: {LastLine(result.Errors)}");
        }
    }

    private static string[] Arguments(WorkFolder folder, bool sandbox) =>
    [
        .. sandbox ? Array.Empty<string>() : ["--no-sandbox"],
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
        "--disable-crash-reporter", "--disable-breakpad", "--no-pings", "--mute-audio",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        $"--user-data-dir={folder["profile"]}",
        "--export-tagged-pdf", "--no-pdf-header-footer", $"--print-to-pdf={folder["page.pdf"]}",
        $"file://{folder["page.html"]}",
    ];

    private static string LastLine(string errors) =>
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no message";

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Chromium has no sandbox here (user namespaces are off, or no unprivileged user exists); printing without it")]
    private partial void LogNoSandbox();
}
