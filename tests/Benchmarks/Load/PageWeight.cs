using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Project06.Benchmarks.Ground;
using Project06.Benchmarks.Web;

namespace Project06.Benchmarks.Load;

/// <summary>What a page weighs over the wire on a first visit: itself, styles, scripts, pictures, and the fonts whose
/// letters it shows; compressed as the server does it, headers included.</summary>
internal sealed partial class PageWeight : IDisposable
{
    private readonly HttpClient _wire = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
    });

    private readonly Dictionary<Uri, (int Bytes, string Text)> _fetched = [];

    /// <summary>The heaviest of the pages, in KB of 1,000 bytes; each on stderr.</summary>
    /// <param name="site">The host.</param>
    /// <param name="pages">Paths.</param>
    /// <param name="browsers">Signed in; the first who is let in reads a page.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<double> HeaviestAsync(
        Uri site, IEnumerable<string> pages, IReadOnlyList<Browser> browsers, CancellationToken ct)
    {
        using var weight = new PageWeight();
        var found = new List<(string Page, int Bytes)>();
        foreach (var page in pages.Distinct())
        {
            if (await weight.WeighAsync(new Uri(site, page), browsers, ct) is { } bytes)
                found.Add((page, bytes));
            else
                Progress.Say($"Nobody is shown {page} any more.");
        }
        foreach (var (page, bytes) in found.OrderByDescending(f => f.Bytes))
            Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0,7:0.0} KB {Recorder.Route(page)}"));
        return found.Count == 0 ? 0 : found.Max(f => f.Bytes) / 1000.0;
    }

    public void Dispose() => _wire.Dispose();

    private async Task<int?> WeighAsync(Uri page, IReadOnlyList<Browser> browsers, CancellationToken ct)
    {
        foreach (var cookies in browsers.Select(b => b.Cookies))
        {
            var (status, bytes, html) = await FetchAsync(page, cookies, ct);
            if (status != 200)
                continue;
            var document = new HtmlParser().ParseDocument(html);
            var letters = document.DocumentElement.TextContent.EnumerateRunes().Select(r => r.Value).ToHashSet();
            var assets = document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], link[rel=manifest]")
                .Select(e => e.GetAttribute("href"))
                .Concat(document.QuerySelectorAll("script[src], img[src]").Select(e => e.GetAttribute("src")))
                .OfType<string>().Select(a => new Uri(page, a)).ToHashSet();
            foreach (var style in assets.Where(a => a.AbsolutePath.EndsWith(".css", StringComparison.Ordinal)).ToList())
                assets.UnionWith(NeededBy(style, (await AssetAsync(style, ct)).Text, letters));
            foreach (var asset in assets)
                bytes += (await AssetAsync(asset, ct)).Bytes;
            return bytes;
        }
        return null;
    }

    // Fonts whose letters the page shows, in every weight; pictures of the styles, whether this page shows them or not.
    private static IEnumerable<Uri> NeededBy(Uri style, string css, HashSet<int> letters)
    {
        foreach (Match face in FontFace().Matches(css))
        {
            if (Ranges().Match(face.Value) is not { Success: true } ranges || Covers(ranges.Groups[1].Value, letters))
                yield return new Uri(style, Address().Match(face.Value).Groups[1].Value);
        }
        foreach (Match address in Address().Matches(FontFace().Replace(css, "")))
        {
            if (!address.Groups[1].Value.StartsWith("data:", StringComparison.Ordinal))
                yield return new Uri(style, address.Groups[1].Value);
        }
    }

    private static bool Covers(string ranges, HashSet<int> letters) => ranges.Split(',').Select(r => r.Trim().ToUpperInvariant()).Any(range =>
    {
        var ends = range["U+".Length..].Split('-');
        var first = int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var last = int.Parse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return letters.Any(l => l >= first && l <= last);
    });

    private async Task<(int Bytes, string Text)> AssetAsync(Uri asset, CancellationToken ct)
    {
        if (!_fetched.TryGetValue(asset, out var known))
        {
            var (status, bytes, text) = await FetchAsync(asset, null, ct);
            if (status != 200)
                Progress.Say($"{status} {asset.PathAndQuery}");
            _fetched[asset] = known = (bytes, text);
        }
        return known;
    }

    private async Task<(int Status, int Bytes, string Text)> FetchAsync(Uri address, string? cookies, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (cookies is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await _wire.SendAsync(request, ct);
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        var headers = answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Value.Sum(v => h.Key.Length + v.Length + 4));
        var kind = answer.Content.Headers.ContentType?.MediaType ?? "";
        var text = kind is "text/html" or "text/css" ? await UnpackAsync(body, answer.Content.Headers.ContentEncoding.FirstOrDefault(), ct) : "";
        return ((int)answer.StatusCode, body.Length + headers, text);
    }

    private static async Task<string> UnpackAsync(byte[] body, string? encoding, CancellationToken ct)
    {
        using var packed = new MemoryStream(body);
        await using Stream plain = encoding switch
        {
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}")]
    private static partial Regex FontFace();

    [GeneratedRegex(@"unicode-range:\s*([^;}]+)")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"url\([""']?([^""')]+)[""']?\)")]
    private static partial Regex Address();
}
