using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>What stands before every page: the proxy's word, the size of a form, the browser's own questions.</summary>
[Collection(nameof(Journeys))]
public sealed class FrontDoorTests(JourneyGround ground)
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("10.0.0.1, 127.0.0.0/8", true)]
    public async Task Scheme_IsBelievedOfTrustedProxiesOnly(string? trusted, bool believed)
    {
        await using var host = new TestHost(ground.Database, new TestHostOptions { Settings = { ["Site:TrustedProxies"] = trusted } });
        using var browser = host.OpenBrowser();
        browser.Headers["X-Forwarded-Proto"] = "https";
        browser.Headers["X-Forwarded-For"] = "203.0.113.7";

        var page = await browser.GetAsync("/sign-in");

        var cookies = page.IsShown().Answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c => Assert.Equal(believed, c.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Limits_CountTheVisitorBehindATrustedProxy()
    {
        await using var host = new TestHost(ground.Database, new TestHostOptions { Settings = { ["Site:TrustedProxies"] = "127.0.0.0/8" } });
        using var browser = host.OpenBrowser();
        browser.Headers["X-Forwarded-For"] = "203.0.113.7";
        for (var i = 0; i < 60; i++)
            await browser.GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA");

        (await browser.GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA")).HasStatus(HttpStatusCode.TooManyRequests);
        browser.Headers["X-Forwarded-For"] = "203.0.113.8";
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA")).Status);
    }

    [Fact]
    public async Task Form_LargerThanItsPageTakes_SaysSo()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var page = await mother.AnswerBirthAsync(new Child("Ơn", BirthSteps.Yesterday), stopBefore: "birth-notice");

        var refused = await page.IsShown().Form().Attach("birth-notice-photo", "to.jpg", "image/jpeg", TestPapers.Large(65)).SubmitAsync(follow: false);
        var plain = await mother.PostAsync("/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("Number", new string('1', 2 << 20))]), follow: false);

        refused.HasStatus(HttpStatusCode.RequestEntityTooLarge).Shows("Tệp quá lớn");
        plain.HasStatus(HttpStatusCode.RequestEntityTooLarge).Shows("lớn hơn mức nhận được");
    }

    [Fact]
    public async Task Icon_IsThereWhereBrowsersLookForIt()
    {
        using var browser = ground.Host.OpenBrowser();

        var icon = await browser.GetAsync("/favicon.ico");

        Assert.Equal("image/x-icon", icon.IsShown().Answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0, 0, 1, 0], icon.Bytes[..4]);
    }

    [Fact]
    public async Task Draft_OpenedManyTimesAtOnce_IsOne()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => mother.GetAsync($"/apply/{BirthSteps.Procedure}")));

        Assert.Single(pages.Select(p => p.IsShown().Path).Distinct());
        Assert.Equal(1, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM public_services.drafts WHERE applicant_id = $1 AND filed_at IS NULL", TestNation.Account(key).PersonId));
    }
}
