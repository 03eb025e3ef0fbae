using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Project06.BuildingBlocks;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Mail;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Sessions;
using Project06.EmbeddedPostgres;
using Project06.PublicServices.Contracts;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.EIdentification.Tests.SignIn;

/// <summary>The module alone on a database of its own, with two pages that ask for permissions.</summary>
public sealed class SignInHost : IAsyncLifetime
{
    internal const string Password = "mật khẩu đủ dài";
    private readonly string _folder = Directory.CreateTempSubdirectory("p06-eid-").FullName;
    private EmbeddedCluster? _cluster;
    private WebApplication? _app;
    private int _people;

    internal TestClock Clock { get; } = new(new DateOnly(2026, 11, 23).At(new TimeOnly(9, 0)));
    internal MailBox Mails { get; } = new();
    internal WebApplication App => _app!;

    public async Task InitializeAsync()
    {
        _cluster = await EmbeddedCluster.StartAsync(_folder, new EmbeddedClusterOptions { Durable = false });
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Owner"] = _cluster.ConnectionString, ["Database:RoleSecret"] = "tests",
        });
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddBuildingBlocks(builder.Configuration);
        builder.Services.AddEIdentification(builder.Configuration);
        builder.Services.AddSingleton<IMailSender>(Mails);
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Features").AddApplicationPart(typeof(EIdentificationModule).Assembly);
        builder.Services.AddUi();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<ReferenceBook>();
        builder.Services.AddAuthorization();
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers["X-Address"].ToString());
            return next();
        });
        _app.UseRequestLocalization("vi", "en");
        _app.UseRouting();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapRazorPages();
        _app.Map("/dossiers", (HttpContext context) => context.User.Actor().Name).RequireAuthorization(PublicServicesPermissions.File);
        _app.Map("/desk", (HttpContext context) => context.User.Actor().Posts[0].OrganisationCode).RequireAuthorization(PublicServicesPermissions.Desk);
        await _app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _cluster!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal Browser OpenBrowser(string address) => new(App.GetTestServer(), address);

    internal Browser OpenBrowser() => new(App.GetTestServer(), $"127.0.1.{Interlocked.Increment(ref _people) % 250}");

    internal async Task<TestAccount> CreateAccountAsync(params Post[] posts)
    {
        var number = (1_000_000_000 + Interlocked.Increment(ref _people)).ToString("D12");
        var key = OneTimeCodes.ToBase32(Guid.NewGuid().ToByteArray());
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            PersonId = Guid.CreateVersion7(),
            Number = number,
            DisplayName = "Hoàng Thị Lan",
            Salutation = "chị",
            Email = $"{number}@example.vn",
            PasswordHash = services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(null!, Password),
            AuthenticatorSecret = services.GetRequiredService<AuthenticatorSecret>().Protect(key),
            CreatedAt = Clock.Now,
        };
        account.Assure(2, Assurances.Sample, Clock.Now);
        account.Activate(Clock.Now);
        var db = services.GetRequiredService<EIdentificationDbContext>();
        db.Add(account);
        await db.SaveChangesAsync();
        foreach (var post in posts)
        {
            db.Add(new DatedOrganisation
            {
                Code = post.OrganisationCode, Kind = OrganisationKinds.CommuneServiceCentre, Name = "Trung tâm", NameEn = "Centre",
                UnitCode = post.OrganisationCode, Address = "", Verified = false, ValidFrom = new DateOnly(2025, 7, 1),
            });
            await db.SaveChangesAsync();
            db.Add(new Post
            {
                Id = Guid.CreateVersion7(), AccountId = account.Id, Role = post.Role, OrganisationCode = post.OrganisationCode,
                ValidFrom = post.ValidFrom, ValidTo = post.ValidTo,
            });
            await db.SaveChangesAsync();
        }
        return new TestAccount(account.Id, number, key);
    }
}

internal sealed record TestAccount(Guid Id, string Number, string Key);

internal sealed class MailBox : IMailSender
{
    private readonly List<OutgoingMail> _sent = [];

    public Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        lock (_sent)
            _sent.Add(mail);
        return Task.CompletedTask;
    }

    public OutgoingMail? LastTo(string address)
    {
        lock (_sent)
            return _sent.LastOrDefault(m => m.To == address);
    }
}
