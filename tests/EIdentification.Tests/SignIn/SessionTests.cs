using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Tests.SignIn;

public class SessionTests(SignInHost host) : IClassFixture<SignInHost>
{
    [Fact]
    public async Task Post_ThatEndsAtNoon_EndsAtNoon()
    {
        var noon = host.Clock.Now.AddMinutes(3);
        var clerk = await host.CreateAccountAsync(Post("H26.00.01.01", noon));
        var browser = host.OpenBrowser();
        await browser.SignInAsync(clerk, host.Clock);

        var before = await browser.GetAsync("/desk");
        host.Clock.Now = noon;
        var after = await browser.GetAsync("/desk");

        Assert.Equal("H26.00.01.01", await before.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }

    [Fact]
    public async Task Get_AfterSignIn_OfficialStartsAtTheDesk()
    {
        var clerk = await host.CreateAccountAsync(Post("H26.00.02.01", null));
        var browser = host.OpenBrowser();
        await browser.PasswordAsync(clerk);

        var done = await browser.CodeAsync(clerk, host.Clock);

        Assert.Equal("/desk", done.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 30)]
    public async Task Get_AfterIdleMinutes_LeadsToUnlockAndBack(bool shared, int minutes)
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();
        await browser.SignInAsync(account, host.Clock, shared);
        host.Clock.Now += TimeSpan.FromMinutes(minutes - 1);
        var still = await browser.GetAsync("/dossiers");
        host.Clock.Now += TimeSpan.FromMinutes(minutes);

        var locked = await browser.GetAsync("/dossiers?page=2");
        var address = new Uri(new Uri("http://localhost"), locked.Headers.Location!).PathAndQuery;
        var page = await browser.GetAsync(address);
        var wrong = await browser.SubmitAsync(address, ("Password", "sai"));
        var right = await browser.SubmitAsync(address, ("Password", SignInHost.Password));

        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal("/sign-in/unlock?returnUrl=%2Fdossiers%3Fpage%3D2", address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("/dossiers?page=2", right.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/dossiers")).StatusCode);
    }

    [Fact]
    public async Task Post_AfterTheSessionEnded_LeadsToSignInAndBackToThePage()
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();
        await browser.SignInAsync(account, host.Clock);
        await EndAllAsync(account);

        var answer = await browser.PostAsync("/dossiers?step=3&handler=Save", "");
        var background = await browser.GetAsync("/dossiers", ("X-Requested-With", "fetch"));

        Assert.EndsWith("/sign-in?returnUrl=%2Fdossiers%3Fstep%3D3", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, background.StatusCode);
    }

    [Fact]
    public async Task Post_FormOpenedBeforeSigningInAgain_StillCounts()
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();
        await browser.SignInAsync(account, host.Clock);
        var token = await browser.TokenAsync("/account");
        await EndAllAsync(account);
        host.Clock.Now += TimeSpan.FromMinutes(1);
        await browser.SignInAsync(account, host.Clock);

        var answer = await browser.PostAsync("/sign-out", token);

        Assert.Contains("done", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_WithoutToken_LeadsToAPageThatExplains()
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();
        await browser.SignInAsync(account, host.Clock);

        var answer = await browser.PostAsync("/account?handler=End", "not a token");

        Assert.Equal("/sign-in/expired?returnUrl=%2Faccount", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionItself()
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();
        await browser.SignInAsync(account, host.Clock);

        await browser.PostAsync("/sign-out", await browser.TokenAsync("/account"));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/dossiers")).StatusCode);
        Assert.NotNull(Assert.Single(await SessionsAsync(account)).EndedAt);
    }

    [Fact]
    public async Task Account_EndsAnotherOwnSession_ButNobodyElses()
    {
        var (account, stranger) = (await host.CreateAccountAsync(), await host.CreateAccountAsync());
        var (phone, computer, other) = (host.OpenBrowser(), host.OpenBrowser(), host.OpenBrowser());
        await phone.SignInAsync(account, host.Clock);
        var phoneSession = Assert.Single(await SessionsAsync(account)).Id;
        host.Clock.Now += TimeSpan.FromMinutes(1);
        await computer.SignInAsync(account, host.Clock);
        await other.SignInAsync(stranger, host.Clock);

        var foreign = await other.PostAsync("/account?handler=End", await other.TokenAsync("/account"), ("session", phoneSession.ToString()));
        var stillIn = await phone.GetAsync("/dossiers");
        var own = await computer.PostAsync("/account?handler=End", await computer.TokenAsync("/account"), ("session", phoneSession.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.OK, stillIn.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/dossiers")).StatusCode);
    }

    private static Post Post(string organisation, DateTimeOffset? until) => new()
    {
        Id = Guid.Empty,
        AccountId = Guid.Empty,
        Role = Roles.ReceivingClerk,
        OrganisationCode = organisation,
        ValidFrom = DateTimeOffset.UnixEpoch,
        ValidTo = until,
    };

    private async Task<List<Session>> SessionsAsync(TestAccount account)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EIdentificationDbContext>().Sessions
            .Where(s => s.AccountId == account.Id).ToListAsync();
    }

    private async Task EndAllAsync(TestAccount account)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<Sessions.BrowserSessions>();
        foreach (var session in await SessionsAsync(account))
            await sessions.EndAsync(session.Id, null, CancellationToken.None);
    }
}
