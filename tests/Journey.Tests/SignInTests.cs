using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

[Collection(nameof(Journeys))]
public sealed class SignInTests(JourneyGround ground)
{
    [Theory]
    [InlineData("mother", "/")]
    [InlineData("clerk", "/desk")]
    [InlineData("admin", "/admin/figures")]
    public async Task SignIn_WithPasswordAndCode_LeadsToWhereTheyWork(string account, string start)
    {
        using var browser = ground.Host.OpenBrowser();

        var page = await browser.SignInAsync(TestNation.Account(account));

        page.IsShown().IsAt(start);
    }
}
