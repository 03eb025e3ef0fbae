using System.Net;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Tests.SignIn;

public class SignInTests(SignInHost host) : IClassFixture<SignInHost>
{
    [Fact]
    public async Task Get_WhenNobodyIsSignedIn_LeadsToSignInAndBack()
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();

        var asked = await browser.GetAsync("/dossiers?page=2");
        await browser.PasswordAsync(account);
        var done = await browser.CodeAsync(account, host.Clock, "?returnUrl=%2Fdossiers%3Fpage%3D2");

        Assert.Equal("/sign-in?returnUrl=%2Fdossiers%3Fpage%3D2", asked.Headers.Location!.OriginalString.Replace("http://localhost", ""));
        Assert.Equal("/dossiers?page=2", done.Headers.Location!.OriginalString);
        Assert.Equal("Hoàng Thị Lan", await (await browser.GetAsync("/dossiers")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_ReturnAddressElsewhere_IsIgnored()
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();
        await browser.PasswordAsync(account);

        var done = await browser.CodeAsync(account, host.Clock, "?returnUrl=https%3A%2F%2Fevil.example%2F");

        Assert.Equal("/", done.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_WrongPasswordOrUnknownNumber_AnswerTheSame()
    {
        var account = await host.CreateAccountAsync();

        var wrong = await host.OpenBrowser().PasswordAsync(account, password: "không phải");
        var unknown = await host.OpenBrowser().PasswordAsync(account with { Number = "099999999999" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        var text = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
        Assert.Contains("chưa đúng", text);
        Assert.Contains(account.Number, text);
        Assert.DoesNotContain("không phải", text);
        Assert.Contains("chưa đúng", WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_FiveWrongPasswords_LocksTheNumberUntilATimeSaid(bool exists)
    {
        var account = await host.CreateAccountAsync();
        if (!exists)
            account = account with { Number = "09" + account.Number[2..] };
        var until = (host.Clock.Now + TimeSpan.FromMinutes(15)).InVietnam().ToString("HH:mm");
        for (var i = 0; i < 4; i++)
            await host.OpenBrowser().PasswordAsync(account, password: "sai");

        var fifth = await host.OpenBrowser().PasswordAsync(account, password: "sai");
        var right = await host.OpenBrowser().PasswordAsync(account);

        Assert.Contains(until, await fifth.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Contains(until, await right.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_StrangerWhoKnowsTheNumber_LocksOnlyTheirOwnNetwork()
    {
        var account = await host.CreateAccountAsync();
        for (var i = 0; i < 8; i++)
            await host.OpenBrowser($"127.9.9.{i}").PasswordAsync(account, password: "sai");

        var stranger = await host.OpenBrowser("127.9.9.99").PasswordAsync(account);
        var owner = await host.OpenBrowser("127.9.8.1").PasswordAsync(account);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        Assert.Equal("/sign-in/code", owner.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_FromADeviceTheOwnerUsed_PassesWhenAllNetworksAreLocked()
    {
        var account = await host.CreateAccountAsync();
        var (own, other) = (host.OpenBrowser("127.20.0.1"), host.OpenBrowser("127.20.1.1"));
        await own.SignInAsync(account, host.Clock);
        await own.PostAsync("/sign-out", await own.TokenAsync("/account"));
        for (var i = 0; i < 60; i++)
            await host.OpenBrowser($"127.21.{i}.1").PasswordAsync(account, password: "sai");

        var elsewhere = await other.PasswordAsync(account);
        var here = await own.PasswordAsync(account);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        Assert.Equal("/sign-in/code", here.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_NumberWithBlanks_IsTheNumber()
    {
        var account = await host.CreateAccountAsync();
        var spaced = account with { Number = $"{account.Number[..4]} {account.Number[4..8]} {account.Number[8..]}" };

        var answer = await host.OpenBrowser().PasswordAsync(spaced);

        Assert.Equal("/sign-in/code", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_SameCodeTwice_CountsOnce()
    {
        var account = await host.CreateAccountAsync();
        await host.OpenBrowser().SignInAsync(account, host.Clock);
        var second = host.OpenBrowser();
        await second.PasswordAsync(account);

        var answer = await second.CodeAsync(account, host.Clock);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Post_MailedCode_SignsInOnce()
    {
        var account = await host.CreateAccountAsync();
        var (first, second) = (host.OpenBrowser(), host.OpenBrowser());
        await first.PasswordAsync(account);
        await second.PasswordAsync(account);

        var sent = await first.SubmitAsync("/sign-in/code?handler=Mail");
        var code = host.Mails.LastTo($"{account.Number}@example.vn")!.Text.Split(' ', '\n').First(w => w.Length == 6 && w.All(char.IsAsciiDigit));
        var once = await first.SubmitAsync("/sign-in/code", ("Code", code));
        var twice = await second.SubmitAsync("/sign-in/code", ("Code", code));

        Assert.Contains("sent=True", sent.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Redirect, once.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    [Fact]
    public async Task Post_TooManyForms_Answers429WithWhatWasTyped()
    {
        var account = await host.CreateAccountAsync();
        var browser = host.OpenBrowser();
        var token = await browser.TokenAsync("/sign-in");
        for (var i = 0; i < 20; i++)
            await browser.PostAsync("/sign-in", token, ("Number", "1"));

        var answer = await browser.PostAsync("/sign-in", token, ("Number", account.Number), ("Password", "x"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains(account.Number, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Code_WithoutPassword_LeadsToThePassword() =>
        Assert.StartsWith("/sign-in", (await host.OpenBrowser().GetAsync("/sign-in/code")).Headers.Location!.OriginalString);

    [Fact]
    public async Task Get_InEnglish_SpeaksEnglish()
    {
        var browser = host.OpenBrowser();
        await browser.PasswordAsync(await host.CreateAccountAsync());

        var page = await (await browser.GetAsync("/sign-in/code?culture=en")).Content.ReadAsStringAsync();

        Assert.Contains("One-time code", page);
    }
}
