using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Project06.Testing;

/// <summary>The real host on a test's database and clock. Events are delivered and jobs run when the test says so.</summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    /// <summary>Header that says which client address a request pretends to come from: sign-in is limited by address.</summary>
    internal const string AddressHeader = "X-Test-Address";

    private readonly TestHostOptions _options;

    /// <summary>Not yet started; the first request or <see cref="WebApplicationFactory{T}.Services"/> starts it.</summary>
    public TestHost(TestDatabase database, TestHostOptions? options = null)
    {
        Database = database;
        _options = options ?? new TestHostOptions();
        MailFolder = Directory.CreateTempSubdirectory("p06-mail-").FullName;
        if (_options.OnPort)
            UseKestrel(0);
    }

    /// <summary>Its database.</summary>
    public TestDatabase Database { get; }

    /// <summary>Its clock.</summary>
    public TestClock Clock => _options.Clock;

    /// <summary>Where its messages land, one .eml each.</summary>
    public string MailFolder { get; }

    /// <summary>What it complained about.</summary>
    public TestLog Log { get; } = new();

    /// <summary>Whether it listens on a port.</summary>
    public bool OnPort => _options.OnPort;

    /// <summary>Its address; on a port it is reachable from other programs.</summary>
    public Uri Address
    {
        get
        {
            if (!OnPort)
                return new Uri("http://localhost");
            StartServer();
            var bound = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new Uri(bound.Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
        }
    }

    /// <summary>A new browser without cookies.</summary>
    public TestBrowser OpenBrowser() => new(this);

    /// <summary>Waiting messages by recipient: the text of every .eml to an address, oldest first.</summary>
    public IReadOnlyList<string> MailsTo(string address) =>
    [
        .. new DirectoryInfo(MailFolder).EnumerateFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc)
            .Select(f => File.ReadAllText(f.FullName))
            .Where(text => text.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase)),
    ];

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseContentRoot(Repository.PathOf("src", "Host"));
        // Outside Development the design system's files would be served but not readable from code; papers embed them.
        builder.UseStaticWebAssets();
        var settings = new Dictionary<string, string?>
        {
            ["Database:Owner"] = Database.Options.Owner,
            ["Database:RoleSecret"] = Database.Options.RoleSecret,
            ["Database:PoolSize"] = "6",
            ["Mail:Folder"] = MailFolder,
            ["Data:Folder"] = MailFolder,
            ["Demo:People"] = "0",
            ["Demo:Seed"] = $"{TestNation.Seed}",
            // Otherwise a build (not a publication) adds a route of the framework for files that are new since.
            ["DisableStaticAssetNotFoundRuntimeFallback"] = "true",
            ["Outbox:Enabled"] = _options.Background ? "true" : "false",
            ["Jobs:Enabled"] = _options.Background ? "true" : "false",
            // Not …:Default: a setting reaches the program as an argument, and so does the empty value of its parent.
            ["Serilog:MinimumLevel"] = "Fatal",
        };
        foreach (var (name, value) in settings.Concat(_options.Settings).GroupBy(s => s.Key).Select(g => g.Last()))
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(Log);
            services.AddTransient<IStartupFilter, PretendedAddress>();
            _options.Services?.Invoke(services);
        });
    }

    internal HttpMessageHandler Wire()
    {
        if (!OnPort)
            return Server.CreateHandler();
        _ = Address;
        return new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(MailFolder))
            Directory.Delete(MailFolder, recursive: true);
    }

    /// <summary>Takes the client's address from a header, for limits that count by address.</summary>
    internal sealed class PretendedAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers[AddressHeader].ToString() is { Length: > 0 } address)
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return rest();
            });
            next(app);
        };
    }
}
