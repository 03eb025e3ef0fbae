using Microsoft.Playwright;
using Project06.DemoNation;

namespace Project06.EndToEnd.Tests;

/// <summary>Passkeys with Chromium's virtual authenticator: an account begins with one, and one is added to an old account.</summary>
[Collection(nameof(Site))]
public sealed partial class AccountJourney(Site site)
{
    // Passkeys belong to a host name; an address of numbers has none.
    private string Home => $"http://localhost:{site.Host.Address.Port}";

    [Fact]
    public async Task Passkey_AddedToAnAccount_SignsInAlone()
    {
        await using var citizen = await ArriveWithAuthenticatorAsync();
        await citizen.GoAsync(Home + "/sign-in");
        await citizen.SignInAsync(TestNation.Account("neighbour-50"));
        await citizen.GoAsync(Home + "/account/passkeys");
        await citizen.Page.Locator("[name=Name]").Last.FillAsync("Điện thoại của tôi");
        await citizen.Page.Locator("[name=CurrentPassword]").FillAsync(TestNation.Account("neighbour-50").Password);
        await UsePasskeyAsync(citizen);
        await citizen.SeesAsync("Đã thêm khóa truy cập");
        await citizen.SeesAsync("Điện thoại của tôi");

        await citizen.GoAsync(Home + "/sign-out");
        await citizen.PressMainAsync();
        await citizen.GoAsync(Home + "/sign-in?returnUrl=%2Faccount");
        await UsePasskeyAsync(citizen);

        await citizen.SeesAsync("Khóa truy cập");
        await citizen.SeesAsync(TestNation.Account("neighbour-50").Name);
        Assert.Equal("Passkey", await site.Database.ScalarAsync<string>("""
            SELECT s.factor FROM e_identification.sessions s JOIN e_identification.accounts a ON a.id = s.account_id
            WHERE a.number = $1 AND s.ended_at IS NULL ORDER BY s.created_at DESC LIMIT 1
            """, TestNation.Account("neighbour-50").Number));
        citizen.ComplainsNot();
    }

    [Fact]
    public async Task Account_BeginsAtAPostOffice_WithAPasskey()
    {
        var person = TestNation.Current.People.Last(p => p.DeathDate is null && p.CommuneCode == DemoNationOptions.WardCode
            && p.BirthDate.Year < 1990 && !TestNation.HasAccount(p.Id));
        await using var clerk = await Visitor.ArriveAsync(site, 1366, 900);
        await clerk.SignInAsync(TestNation.Account("postal-clerk"));
        await clerk.GoAsync("/accounts/activate");
        await clerk.Page.Locator("[name=Number]").FillAsync(person.Number);
        await clerk.PressMainAsync();
        await clerk.SeesAsync(person.FullName);
        await clerk.Page.Locator("input[value='identity-card']").CheckAsync();
        await clerk.Page.Locator("input[name=Seen][type=checkbox]").CheckAsync();
        await clerk.PressMainAsync();
        var code = await clerk.Page.Locator("main .code").InnerTextAsync();

        await using var citizen = await ArriveWithAuthenticatorAsync();
        await citizen.GoAsync(Home + "/activate");
        await citizen.Page.Locator("[name=Number]").FillAsync(person.Number);
        await citizen.Page.Locator("[name=Code]").FillAsync(code);
        await citizen.PressMainAsync();
        await citizen.SeesAsync("Bưu cục");
        await citizen.PressMainAsync();
        await UsePasskeyAsync(citizen);
        await citizen.SeesAsync("Tài khoản đã sẵn sàng");
        await citizen.PressMainAsync();
        await UsePasskeyAsync(citizen);
        await citizen.GoAsync(Home + "/account?lang=en");
        await citizen.SeesAsync("Level 1");
        await clerk.PressAsync("Xem lại");
        await clerk.SeesAsync("Đã xong");

        citizen.ComplainsNot();
        clerk.ComplainsNot();
    }

    private async Task<Visitor> ArriveWithAuthenticatorAsync()
    {
        var visitor = await Visitor.ArriveAsync(site, 360, 780);
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return visitor;
    }

    private static Task UsePasskeyAsync(Visitor visitor) =>
        visitor.LeaveByAsync(visitor.Page.Locator("[data-passkey-button]"), "passkey");
}
