using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Project06.Benchmarks.Web;

/// <summary>One answer of the server.</summary>
/// <param name="ServerMilliseconds">The host's own time; null where it doesn't say.</param>
internal sealed record Exchange(HttpMethod Method, string Path, int Status, double? ServerMilliseconds, double ClientMilliseconds);

/// <summary>
/// A browser without scripts, on a client address of its own: cookies, redirections, forms as the page has them. Sends
/// nothing twice by itself.
/// </summary>
internal sealed class Browser : IDisposable
{
    private const int MostRedirects = 10;
    private static int _count;
    private readonly CookieContainer _cookies = new();
    private readonly HttpMessageInvoker _wire;
    private readonly Uri _site;

    public Browser(Uri site)
    {
        _site = site;
        var number = Interlocked.Increment(ref _count);
        var from = new IPAddress([127, (byte)(1 + number / 62500 % 250), (byte)(1 + number / 250 % 250), (byte)(1 + number % 250)]);
        _wire = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = (context, ct) => ConnectAsync(from, context.DnsEndPoint, ct),
        });
    }

    /// <summary>Called after each answer, redirections included.</summary>
    public Action<Exchange>? Answered { get; set; }

    public Task<WebPage> GetAsync(string address, CancellationToken ct) => SendAsync(HttpMethod.Get, address, null, ct);

    public Task<WebPage> PostAsync(string address, HttpContent content, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, address, content, ct);

    public void Dispose() => _wire.Dispose();

    /// <summary>The cookies a request to the site would carry.</summary>
    public string Cookies => _cookies.GetCookieHeader(_site);

    private async Task<WebPage> SendAsync(HttpMethod method, string address, HttpContent? content, CancellationToken ct)
    {
        var uri = new Uri(_site, address);
        for (var hop = 0; hop < MostRedirects; hop++)
        {
            using var answer = await SendOnceAsync(method, uri, content, ct);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } onward)
                return new WebPage(this, uri, (int)answer.StatusCode, await TextAsync(answer, ct));
            await answer.Content.CopyToAsync(Stream.Null, ct);
            (method, content) = (HttpMethod.Get, null);
            uri = new Uri(uri, onward);
        }
        throw new HttpRequestException($"{address} goes in circles.");
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpMethod method, Uri uri, HttpContent? content, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        if (_cookies.GetCookieHeader(_site) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        var started = Stopwatch.GetTimestamp();
        HttpResponseMessage answer;
        try
        {
            answer = await _wire.SendAsync(request, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException($"{method} {uri.AbsolutePath}: no answer in 30 s.");
        }
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            _cookies.SetCookies(_site, cookie);
        Answered?.Invoke(new Exchange(
            method, uri.AbsolutePath, (int)answer.StatusCode, ServerTime(answer), Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        return answer;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            return await answer.Content.ReadAsStringAsync(ct);
        await answer.Content.CopyToAsync(Stream.Null, ct);
        return "";
    }

    // Server-Timing: app;dur=12.3
    private static double? ServerTime(HttpResponseMessage answer)
    {
        var entry = answer.Headers.TryGetValues("Server-Timing", out var values)
            ? values.SelectMany(v => v.Split(',')).Select(v => v.Trim()).FirstOrDefault(v => v.StartsWith("app;dur=", StringComparison.Ordinal))
            : null;
        return double.TryParse(entry?["app;dur=".Length..], System.Globalization.CultureInfo.InvariantCulture, out var taken) ? taken : null;
    }

    // The rate limits count by client address, and all of 127.0.0.0/8 is this machine.
    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (OperatingSystem.IsLinux())
                socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(IPAddress.Parse(to.Host), to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
