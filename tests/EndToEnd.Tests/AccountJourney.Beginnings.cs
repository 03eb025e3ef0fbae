using System.Net;
using Project06.DemoNation;
using Project06.EIdentification.Contracts;

namespace Project06.EndToEnd.Tests;

// An account begins at a counter or with a letter, and outlives a lost phone.
public sealed partial class AccountJourney
{
    private const string Password = "một câu dài dễ nhớ";

    [Fact]
    public async Task Account_BeginsAtACounter_AndOutlivesALostPhone()
    {
        var person = Stranger(1);
        await using var clerk = await Visitor.ArriveAsync(site, 1366, 900);
        await using var citizen = await Visitor.ArriveAsync(site, 360, 780);
        await clerk.SignInAsync(TestNation.Account("clerk"));

        // Both must confirm: whoever says that it isn't them kills the code.
        await TypeCodeAsync(citizen, person, await MakeCodeAsync(clerk, person));
        await citizen.SeesAsync("Trung tâm Phục vụ hành chính công");
        await citizen.PressAsync("Không phải tôi");
        await clerk.PressAsync("Xem lại");
        await clerk.SeesAsync("Mã không dùng được nữa");
        await TypeCodeAsync(citizen, person, await MakeCodeAsync(clerk, person));
        await citizen.PressAsync("Đúng là tôi");
        await clerk.PressAsync("Xem lại");
        await clerk.SeesAsync("Người dân đã xác nhận");
        var (account, codes) = await ChoosePasswordAsync(citizen, person);
        Assert.Equal(10, codes.Count);
        await clerk.PressAsync("Xem lại");
        await clerk.SeesAsync("Đã xong");
        await SignInNewAsync(citizen, account);

        // The phone is lost while signed in; a code on paper opens the account elsewhere, once.
        await using var other = await Visitor.ArriveAsync(site, 360, 780);
        await other.GoAsync("/sign-in");
        await other.GiveNumberAsync(account);
        await UseRecoveryCodeAsync(other, codes[0]);
        await other.GoAsync("/account");
        await other.PressAsync("Đăng xuất mọi máy khác");
        await citizen.GoAsync("/account");
        Assert.StartsWith("/sign-in", citizen.At, StringComparison.Ordinal);
        await other.GoAsync("/account/code-app");
        var newKey = await KeyAsync(other);
        await other.Page.Locator("[name=Code]").FillAsync(SigningIn.CodeFor(site.Host, newKey));
        await other.Page.Locator("[name=CurrentPassword]").FillAsync(Password);
        await other.PressMainAsync();
        await other.SeesAsync("Đã đổi ứng dụng tạo mã");

        // The lost phone's codes, and the paper's used one, open nothing any more.
        await citizen.GoAsync("/sign-in");
        await citizen.GiveNumberAsync(account);
        await ForgetStepAsync(account);
        await citizen.Page.Locator("[name=Code]").FillAsync(SigningIn.CodeFor(site.Host, account.AuthenticatorKey));
        await citizen.PressMainAsync();
        Assert.StartsWith("/sign-in/code", citizen.At, StringComparison.Ordinal);
        await UseRecoveryCodeAsync(citizen, codes[0]);
        Assert.StartsWith("/sign-in/code", citizen.At, StringComparison.Ordinal);
        await SignInNewAsync(citizen, account with { AuthenticatorKey = newKey });
        await citizen.GoAsync("/account/history?lang=en");
        await citizen.SeesAsync("recovery code");

        citizen.ComplainsNot();
        other.ComplainsNot();
        clerk.ComplainsNot();
    }

    [Fact]
    public async Task Account_BeginsWithALetterToWhereSomebodyLives()
    {
        var person = Stranger(2);
        await using var citizen = await Visitor.ArriveAsync(site, 360, 780);
        await citizen.GoAsync("/sign-in");
        await citizen.PressAsync("Kích hoạt tài khoản");
        await citizen.PressAsync("Xin mã qua thư giấy");
        await citizen.Page.Locator("[name=Number]").FillAsync(person.Number);
        await citizen.PressMainAsync();
        await citizen.SeesAsync("Đã ghi nhận");
        await site.Host.DrainOutboxAsync();

        var letter = Assert.Single(Directory.GetFiles(Path.Combine(site.Host.MailFolder, "letters"))
            .Select(file => WebUtility.HtmlDecode(File.ReadAllText(file))), text => text.Contains(person.FullName, StringComparison.Ordinal));
        Assert.Contains(person.AddressLine, letter, StringComparison.Ordinal);
        await TypeCodeAsync(citizen, person, letter.Split("class=\"code\">")[1].Split('<')[0]);
        await citizen.PressAsync("Đúng là tôi");
        var (account, _) = await ChoosePasswordAsync(citizen, person);
        await SignInNewAsync(citizen, account);
        await citizen.GoAsync("/account?lang=en");
        await citizen.SeesAsync("Level 1");
        await citizen.SeesAsync(person.FullName);
        citizen.ComplainsNot();
    }

    // Somebody of the ward without an account; those at the list's ends belong to other journeys.
    private static DemoPerson Stranger(int number) => TestNation.Current.People.Where(p => p.DeathDate is null
        && p.CommuneCode == DemoNationOptions.WardCode && p.BirthDate.Year is > 1980 and < 1995 && !TestNation.HasAccount(p.Id)).ElementAt(number);

    private static async Task<string> MakeCodeAsync(Visitor clerk, DemoPerson person)
    {
        await clerk.GoAsync("/accounts/activate");
        await clerk.Page.Locator("[name=Number]").FillAsync(person.Number);
        await clerk.PressMainAsync();
        await clerk.SeesAsync(person.FullName);
        await clerk.Page.Locator("input[value='identity-card']").CheckAsync();
        await clerk.Page.Locator("input[name=Seen][type=checkbox]").CheckAsync();
        await clerk.PressMainAsync();
        return await clerk.Page.Locator("main .code").InnerTextAsync();
    }

    private static async Task TypeCodeAsync(Visitor citizen, DemoPerson person, string code)
    {
        await citizen.GoAsync("/activate");
        await citizen.Page.Locator("[name=Number]").FillAsync(person.Number);
        await citizen.Page.Locator("[name=Code]").FillAsync(code);
        await citizen.PressMainAsync();
        await citizen.SeesAsync(person.FullName);
    }

    private async Task<(DemoAccount Account, IReadOnlyList<string> Codes)> ChoosePasswordAsync(Visitor citizen, DemoPerson person)
    {
        var key = await KeyAsync(citizen);
        await citizen.Page.Locator("[name=Password]").FillAsync(Password);
        await citizen.Page.Locator("[name=Code]").FillAsync(SigningIn.CodeFor(site.Host, key));
        await citizen.LeaveByAsync(citizen.Page.Locator("form:has([name=Offer]) button"), "finish");
        await citizen.SeesAsync("Tài khoản đã sẵn sàng");
        var codes = await citizen.Page.Locator("main ol .code").AllInnerTextsAsync();
        return (new DemoAccount("new", "", "", person.Id, person.FullName, person.Number, Password, key), codes);
    }

    private static async Task<string> KeyAsync(Visitor visitor) =>
        (await visitor.Page.Locator("main .code").First.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);

    private async Task SignInNewAsync(Visitor visitor, DemoAccount account)
    {
        await visitor.GoAsync("/sign-in");
        await visitor.GiveNumberAsync(account);
        await ForgetStepAsync(account);
        await visitor.Page.Locator("[name=Code]").FillAsync(SigningIn.CodeFor(site.Host, account.AuthenticatorKey));
        await visitor.PressMainAsync();
        Assert.Equal("/", visitor.At);
    }

    private static async Task UseRecoveryCodeAsync(Visitor visitor, string code)
    {
        if (!await visitor.Page.Locator("[name=RecoveryCode]").IsVisibleAsync())
            await visitor.Page.Locator("details.fold summary").ClickAsync();
        await visitor.Page.Locator("[name=RecoveryCode]").FillAsync(code);
        await visitor.LeaveByAsync(visitor.Page.Locator("form:has([name=RecoveryCode]) button"), "recovery");
    }

    // A code counts once, and the clock stands still between two sign-ins of one person.
    private Task ForgetStepAsync(DemoAccount account) => site.Database.ExecuteAsync(
        "UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", account.Number);
}
