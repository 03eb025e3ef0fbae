using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Project06.EIdentification.Contracts;

namespace Project06.Testing;

/// <summary>A browser without scripts: keeps cookies, follows redirections of pages, reads forms from the page.</summary>
public sealed class TestBrowser : IDisposable
{
    private const int MostRedirects = 10;
    private static int _count;
    private readonly CookieContainer _cookies = new();
    private readonly Uri _site = new("http://localhost");
    private HttpMessageInvoker _wire;
    private Uri? _elsewhere;

    internal TestBrowser(TestHost host)
    {
        Host = host;
        var number = Interlocked.Increment(ref _count);
        Address = $"127.{1 + number / 62500 % 250}.{1 + number / 250 % 250}.{1 + number % 250}";
        _wire = new HttpMessageInvoker(host.Wire());
    }

    /// <summary>The host it talks to, or that shares clock and database with the one it talks to.</summary>
    public TestHost Host { get; private set; }

    /// <summary>The client address it comes from.</summary>
    public string Address { get; set; }

    /// <summary>Sent with every request, such as Accept-Language.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>Whether the host is meant to fail: answers with 500 are then the test's to judge.</summary>
    public bool MayFail { get; set; }

    /// <summary>Talks to another copy of the host from now on, with the same cookies.</summary>
    public void MoveTo(TestHost host)
    {
        _wire.Dispose();
        _wire = new HttpMessageInvoker(host.Wire());
        (Host, _elsewhere) = (host, null);
    }

    /// <summary>Talks to a host that runs as a program of its own from now on, with the same cookies.</summary>
    public void MoveTo(Uri address)
    {
        _wire.Dispose();
        _wire = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        _elsewhere = address;
    }

    /// <summary>Opens an address.</summary>
    /// <param name="address">Path and query, or a whole address of the site.</param>
    /// <param name="follow">Whether redirections are followed.</param>
    public Task<TestPage> GetAsync(string address, bool follow = true) => SendAsync(HttpMethod.Get, address, null, follow);

    /// <summary>Posts to an address, form or not.</summary>
    public Task<TestPage> PostAsync(string address, HttpContent content, bool follow = true) =>
        SendAsync(HttpMethod.Post, address, content, follow);

    /// <summary>Forgets everything.</summary>
    public void ForgetCookies()
    {
        foreach (var cookie in _cookies.GetAllCookies().Cast<Cookie>())
            cookie.Expired = true;
    }

    /// <summary>Whether there is a cookie of this name.</summary>
    public bool HasCookie(string name) => _cookies.GetAllCookies().Any(c => c.Name == name && !c.Expired);

    /// <inheritdoc/>
    public void Dispose() => _wire.Dispose();

    internal async Task<TestPage> SendAsync(HttpMethod method, string address, HttpContent? content, bool follow)
    {
        var visited = new List<string>();
        var uri = new Uri(_site, address);
        while (true)
        {
            var answer = await SendOnceAsync(method, uri, content);
            visited.Add(uri.PathAndQuery);
            if (!follow || (int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } onward)
                return await TestPage.ReadAsync(this, uri, answer, visited);
            Assert.True(visited.Count < MostRedirects, $"Goes in circles: {string.Join(" → ", visited)}");
            (method, content) = (HttpMethod.Get, null);
            uri = new Uri(uri, onward);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpMethod method, Uri uri, HttpContent? content)
    {
        Assert.Equal(_site.Host, uri.Host);
        var request = new HttpRequestMessage(method, new Uri(_elsewhere ?? Host.Address, uri.PathAndQuery)) { Content = content };
        request.Headers.Add(TestHost.AddressHeader, Address);
        if (_cookies.GetCookieHeader(uri) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await _wire.SendAsync(request, CancellationToken.None);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            _cookies.SetCookies(uri, cookie);
        return answer;
    }
}

/// <summary>Signing in through the real pages.</summary>
public static class SigningIn
{
    /// <summary>A new browser in which somebody of the sample nation is signed in.</summary>
    public static Task<TestBrowser> SignInAsync(this TestHost host, string account) =>
        host.SignInAsync(TestNation.Account(account));

    /// <summary>A new browser in which this account is signed in.</summary>
    public static async Task<TestBrowser> SignInAsync(this TestHost host, DemoAccount account)
    {
        var browser = host.OpenBrowser();
        await browser.SignInAsync(account);
        return browser;
    }

    /// <summary>Signs in with number, password and a code of the account's app.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="account">Who.</param>
    /// <param name="returnUrl">Where to go afterwards.</param>
    /// <returns>The page after it.</returns>
    public static async Task<TestPage> SignInAsync(this TestBrowser browser, DemoAccount account, string? returnUrl = null)
    {
        var start = await browser.GetAsync("/sign-in" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)));
        return await start.SignInAsync(account);
    }

    /// <summary>Signs in where a page asks for it.</summary>
    public static async Task<TestPage> SignInAsync(this TestPage start, DemoAccount account)
    {
        var second = await start.Form().Set("Number", account.Number).Set("Password", account.Password).SubmitAsync();
        second.HasStatus(HttpStatusCode.OK);
        // A code counts once, and the test's clock stands still between two sign-ins of one person.
        var host = start.Browser.Host;
        await host.Database.ExecuteAsync(
            "UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", account.Number);
        var page = await second.Form().Set("Code", CodeOf(host, account)).SubmitAsync();
        Assert.False(page.Path.StartsWith("/sign-in", StringComparison.Ordinal), $"{account.Key} couldn't sign in: {page.Text}");
        return page;
    }

    /// <summary>The way back to an old e-mail address, as it is sent there.</summary>
    public static string UndoTokenOf(TestHost host, Guid change) =>
        host.Services.GetRequiredService<EIdentification.Features.Notices.MailUndo>().TokenOf(change);

    /// <summary>The code that an app with this Base32 key shows now.</summary>
    public static string CodeFor(TestHost host, string key) =>
        EIdentification.Domain.OneTimeCodes.At(key, EIdentification.Domain.OneTimeCodes.StepAt(host.Clock.Now));

    /// <summary>What the account's app shows at this moment of the host's clock.</summary>
    public static string CodeOf(TestHost host, DemoAccount account) =>
        EIdentification.EIdentificationModule.CurrentCode(account.Key, TestNation.Seed, host.Clock.Now);
}
