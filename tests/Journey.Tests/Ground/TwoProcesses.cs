namespace Project06.Journey.Tests.Ground;

/// <summary>Two copies of the host, each a program of its own, on one database; they deliver and run jobs as in production.</summary>
public sealed class TwoProcesses : TestGround
{
    private HostProcess[] _hosts = [];
    private TimeSpan _shift;

    /// <summary>Counts the runs of the job that both know: one byte each.</summary>
    public string Ticks { get; } = Path.Combine(Path.GetTempPath(), $"p06-ticks-{Guid.NewGuid():n}");

    /// <summary>Where the first serves.</summary>
    public Uri One => _hosts[0].Address;

    /// <summary>Where the second serves.</summary>
    public Uri Two => _hosts[1].Address;

    /// <summary>What either complained about.</summary>
    public IEnumerable<string> Errors => _hosts.SelectMany(h => h.Errors);

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _shift = HostProcess.ShiftTo(Host.Clock.Now);
        _hosts = await Task.WhenAll(HostProcess.ServeAsync(Database, _shift, Ticks), HostProcess.ServeAsync(Database, _shift, Ticks));
    }

    /// <summary>A browser in which somebody of the nation has signed in at one of them.</summary>
    public async Task<TestBrowser> SignInAsync(string account, Uri at)
    {
        var browser = Host.OpenBrowser();
        browser.MoveTo(at);
        // By which the one-time code is made.
        Host.Clock.Now = TimeProvider.System.GetUtcNow() + _shift;
        await browser.SignInAsync(TestNation.Account(account));
        return browser;
    }

    /// <summary>Ends both, in the middle of whatever they do.</summary>
    public void Kill() => Array.ForEach(_hosts, h => h.Kill());

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        Array.ForEach(_hosts, h => h.Dispose());
        File.Delete(Ticks);
        await base.DisposeAsync();
    }
}
