using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>One database, one host on a port and one Chromium for all tests that look through a browser.</summary>
public sealed class Site : TestGround
{
    private IPlaywright? _playwright;

    /// <summary>The browser; every visitor has a context of their own in it.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        var database = base.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Programs.Find("chromium", "chromium-browser", "google-chrome"),
            ChromiumSandbox = false,
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
        await database;
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    // Events are delivered when a test says so.
    protected override TestHostOptions Options() => new()
    {
        OnPort = true,
        Settings = { ["Payments:BankBin"] = "970436", ["Payments:Account"] = "0010000000000", ["Payments:AccountName"] = "TAI KHOAN MAU" },
    };
}

/// <summary>They share the site, and run one after the other.</summary>
[CollectionDefinition(nameof(Site))]
public sealed class SiteCollection : ICollectionFixture<Site>;
