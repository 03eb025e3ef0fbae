using System.Collections.Concurrent;
using Microsoft.Playwright;
using Project06.EIdentification.Contracts;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>Somebody at a browser window. Remembers everything the browser complained about.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<BrowserContextCookiesResult>> Kept = [];
    private static int _count;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly TestHost _host;

    private Visitor(TestHost host, IBrowserContext context, IPage page)
    {
        (_host, _context, Page) = (host, context, page);
        page.PageError += (_, error) => Complain(error);
        page.Console += (_, message) =>
        {
            // A form that is answered with 422 is no fault; nor is the icon that browsers ask for beside a bare picture.
            if (message.Type is "error" or "warning" && !message.Text.Contains("422", StringComparison.Ordinal)
                && !message.Location.Contains("/favicon.ico", StringComparison.Ordinal))
                Complain($"{message.Text} {message.Location}");
        };
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure is not "net::ERR_ABORTED")
                Complain($"{request.Url} {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
                Complain($"{response.Status} {response.Url}\n{host.Log.Tail()}");
        };
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Path and query of what is shown.</summary>
    public string At => new Uri(Page.Url).PathAndQuery;

    /// <summary>What is read in the page's main part, with single spaces.</summary>
    public async Task<string> TextAsync() =>
        string.Join(' ', (await Page.Locator("main").First.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Opens a window of a size.</summary>
    public static async Task<Visitor> ArriveAsync(Site site, int width, int height, bool scripts = true)
    {
        var number = Interlocked.Increment(ref _count);
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Host.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ReducedMotion = ReducedMotion.Reduce,
            ExtraHTTPHeaders = new Dictionary<string, string> { [TestHost.AddressHeader] = $"127.9.{number / 250}.{1 + number % 250}" },
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(site.Host, context, await context.NewPageAsync());
    }

    /// <summary>Signs in with number, password and the app's code of this moment, on the sign-in page shown or opened.</summary>
    public async Task SignInAsync(DemoAccount account)
    {
        if (!At.StartsWith("/sign-in", StringComparison.Ordinal))
            await GoAsync("/sign-in");
        await GiveNumberAsync(account);
        // A code counts once, and the clock stands still between two sign-ins of one person.
        await _host.Database.ExecuteAsync("UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", account.Number);
        await Page.Locator("input[name=Code]").FillAsync(SigningIn.CodeOf(_host, account));
        await PressMainAsync();
        if (At.StartsWith("/sign-in", StringComparison.Ordinal))
            Assert.Fail($"{account.Key} couldn't sign in: {await TextAsync()}");
    }

    /// <summary>Comes back to where they are signed in already, for those whose signing in is not what is looked at.</summary>
    public async Task ComeInAsync(DemoAccount account)
    {
        if (Kept.TryGetValue(account.Key, out var cookies))
        {
            await _context.AddCookiesAsync(cookies.Select(c => new Cookie
            {
                Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, Expires = c.Expires, HttpOnly = c.HttpOnly, Secure = c.Secure, SameSite = c.SameSite,
            }));
            return;
        }
        await SignInAsync(account);
        Kept[account.Key] = await _context.CookiesAsync();
    }

    /// <summary>Number and password, on the sign-in page shown.</summary>
    public async Task GiveNumberAsync(DemoAccount account)
    {
        await Page.Locator("input[name=Number]").FillAsync(account.Number);
        await Page.Locator("input[name=Password]").FillAsync(account.Password);
        await PressMainAsync();
    }

    /// <summary>Opens an address of the site, whatever it answers.</summary>
    public async Task<int> OpenAsync(string address) => (await Page.GotoAsync(address))!.Status;

    /// <summary>Takes a picture of the whole page.</summary>
    public Task PictureAsync(string file) =>
        Page.ScreenshotAsync(new() { Path = file, FullPage = true, Type = ScreenshotType.Jpeg, Quality = 70 });

    /// <summary>Opens an address of the site.</summary>
    public async Task GoAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        if (!response!.Ok)
            Assert.Fail($"{response.Status} {address}: {await TextAsync()}\n{_host.Log.Tail(2)}");
    }

    /// <summary>Presses the button, or follows the link, of this name, and waits for the next page.</summary>
    public async Task PressAsync(string name)
    {
        var found = Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name })
            .Or(Page.GetByRole(AriaRole.Link, new() { Name = name })).First;
        await LeaveByAsync(found, name);
    }

    /// <summary>Presses the page's one main button.</summary>
    public Task PressMainAsync() => LeaveByAsync(Page.Locator("main form[method=post] button.button:not(.button-plain):not(.button-danger)").First, "main");

    /// <summary>Presses the search form's button.</summary>
    public Task PressSearchAsync() => LeaveByAsync(Page.Locator("main form[role=search] button").First, "search");

    /// <summary>Clicks what leads to another page, and waits for it.</summary>
    public Task LeaveByAsync(ILocator way, string name) => LeaveAsync(() => way.ClickAsync(), name);

    /// <summary>Does what leads to another page, and waits for it.</summary>
    public async Task LeaveAsync(Func<Task> act, string name)
    {
        // Nobody presses two buttons within a second; what happened is told apart by its time.
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnLoad(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += OnLoad;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"“{name}” leads nowhere at {At}: {await TextAsync()}\n{string.Join('\n', _complaints)}");
        }
        finally
        {
            Page.Load -= OnLoad;
        }
    }

    /// <summary>Types a date into its three boxes.</summary>
    public async Task TypeDateAsync(string field, DateOnly date)
    {
        await Page.Locator($"[name='{field}.Day']").FillAsync($"{date.Day}");
        await Page.Locator($"[name='{field}.Month']").FillAsync($"{date.Month}");
        await Page.Locator($"[name='{field}.Year']").FillAsync($"{date.Year}");
    }

    /// <summary>Shows a text in its main part.</summary>
    public async Task SeesAsync(string text)
    {
        var shown = await TextAsync();
        Assert.True(shown.Contains(text, StringComparison.OrdinalIgnoreCase), $"“{text}” isn't at {At}: {shown}");
    }

    /// <summary>The browser complained about nothing since the last time.</summary>
    public void ComplainsNot() => Assert.Empty(string.Join('\n', TakeComplaints()));

    /// <summary>What was complained about since the last time, each once.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        lock (_complaints)
        {
            List<string> taken = [.. _complaints.Distinct()];
            _complaints.Clear();
            return taken;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Complain(string text)
    {
        lock (_complaints)
            _complaints.Add($"{At}: {text}");
    }
}
