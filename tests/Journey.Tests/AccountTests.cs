using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>How an account begins, and how its owner gets back into it, without an administrator.</summary>
[Collection(nameof(Journeys))]
public sealed class AccountTests(JourneyGround ground)
{
    [Fact]
    public async Task Activation_AtTheCounter_GivesAnAccountThatSignsIn()
    {
        var person = AccountSteps.NextStranger();
        using var clerk = await ground.Host.SignInAsync("postal-clerk");
        using var citizen = ground.Host.OpenBrowser();
        var mark = await ground.Database.MarkLedgerAsync();

        var code = await clerk.MakeCodeAsync(person.Number);
        var (account, codes) = await (await citizen.TypeCodeAsync(person.Number, code)).ChoosePasswordAsync(person);
        using var owner = await ground.Host.SignInNewAsync(account);

        (await owner.GetAsync("/account")).Shows("Mức 1").Shows("Còn 10 mã");
        Assert.Equal(10, codes.Count);
        Assert.Contains(await ground.Database.LedgerSinceAsync(mark), r => r.PersonId == person.Id && r.Purpose == "activate-account" && r.Organisation is not null);
        Assert.Equal(["e-identification.account-collected", "e-identification.account-activated"], await ground.Database.QueryAsync<string>(
            "SELECT e.name FROM e_identification.events e JOIN e_identification.accounts a ON e.subject = 'account:' || a.id WHERE a.number = $1 ORDER BY subject_version", person.Number));
        (await (await citizen.GetAsync("/activate")).Form().Set("Number", person.Number).Set("Code", code).SubmitAsync()).IsRefused();
    }

    [Fact]
    public async Task Activation_ByThePolice_RaisesToLevelTwo()
    {
        var person = AccountSteps.NextStranger();
        using var police = await ground.Host.SignInAsync("police");
        using var citizen = ground.Host.OpenBrowser();

        await (await citizen.TypeCodeAsync(person.Number, await police.MakeCodeAsync(person.Number, biometrics: true))).ChoosePasswordAsync(person);

        Assert.Equal((2, "biometrics"), (
            await ground.Database.ScalarAsync<int>("SELECT level FROM e_identification.accounts WHERE number = $1", person.Number),
            await ground.Database.ScalarAsync<string>("SELECT assured_by FROM e_identification.accounts WHERE number = $1", person.Number)));
    }

    [Fact]
    public async Task Account_OfLevelOne_IsRaisedByThePoliceOnly()
    {
        var person = AccountSteps.NextStranger();
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var police = await ground.Host.SignInAsync("police");
        using var citizen = ground.Host.OpenBrowser();
        await (await citizen.TypeCodeAsync(person.Number, await clerk.MakeCodeAsync(person.Number))).ChoosePasswordAsync(person);
        Assert.DoesNotContain("Biometrics", (await clerk.GetAsync($"/accounts/activate/person/{person.Id}")).Form().Names);

        var done = await citizen.TypeCodeAsync(person.Number, await police.MakeCodeAsync(person.Number, "Raise", biometrics: true));

        done.IsAt("/activate/done").Shows("mức 2");
        Assert.Contains("e-identification.account-level-raised", await ground.Database.QueryAsync<string>(
            "SELECT e.name FROM e_identification.events e JOIN e_identification.accounts a ON e.subject = 'account:' || a.id WHERE a.number = $1", person.Number));
    }

    [Fact]
    public async Task SignIn_OnANewDevice_TellsItsOwnerByMail()
    {
        var known = TestNation.Account("neighbour-47");
        await ground.Database.ExecuteAsync("UPDATE e_identification.accounts SET email = 'device47@example.vn' WHERE number = $1", known.Number);
        using var first = await ground.Host.SignInAsync("neighbour-47");
        await ground.Host.DrainOutboxAsync();
        Assert.Empty(ground.Host.MailsTo("device47@example.vn"));

        using var second = await ground.Host.SignInAsync("neighbour-47");
        await (await first.GetAsync("/sign-out")).Form().SubmitAsync();
        await first.SignInAsync(known);
        await ground.Host.DrainOutboxAsync();

        Assert.Single(ground.Host.MailsTo("device47@example.vn"));
        (await (await second.GetAsync("/account")).Form("form[action*=EndOthers]").SubmitAsync()).IsShown();
        (await first.GetAsync("/account")).AsksToSignIn();
    }

    [Fact]
    public async Task Activation_CodeTriedAHundredTimes_IsDeadAlsoForItsOwner()
    {
        var person = AccountSteps.NextStranger();
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await clerk.MakeCodeAsync(person.Number);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            // From everywhere: no network is locked before the code is dead.
            using var thief = ground.Host.OpenBrowser();
            thief.Address = $"127.{100 + i}.1.1";
            var page = await thief.GetAsync("/activate");
            (await page.Form().Set("Number", person.Number).Set("Code", $"AAAA-{i:0000}").SubmitAsync()).IsRefused();
        }));

        using var citizen = ground.Host.OpenBrowser();
        var late = await (await citizen.GetAsync("/activate")).Form().Set("Number", person.Number).Set("Code", code).SubmitAsync();

        // The pause first; once it is over the code is dead all the same.
        late.IsRefused("Code").Shows("thử mã sai quá nhiều lần").Shows("hãy xin mã mới tại quầy");
        Assert.Equal(person.Number, late.Form()["Number"]);
        await ground.Database.ExecuteAsync("DELETE FROM e_identification.sign_in_attempts");
        (await late.Form().Set("Number", person.Number).Set("Code", code).SubmitAsync()).IsRefused("Code").Shows("hoặc mã đã hết hạn");
        Assert.Equal(10, await ground.Database.ScalarAsync<int>("""
            SELECT attempts FROM e_identification.activations v JOIN e_identification.accounts a ON a.id = v.account_id WHERE a.number = $1
            """, person.Number));
    }

    [Fact]
    public async Task Letter_IsWrittenToTheResidence_AndNobodyIsToldWhetherThereIsAnAccount()
    {
        var person = AccountSteps.NextStranger();
        var known = TestNation.Account("neighbour-40");
        using var home = ground.Host.OpenBrowser();

        var pages = new List<string>();
        foreach (var number in new[] { person.Number, known.Number, "099999999999" })
            pages.Add((await (await home.GetAsync("/activate/letter")).Form().Set("Number", number).SubmitAsync()).IsShown().Text);
        await ground.Host.DrainOutboxAsync();

        Assert.Single(pages.Distinct());
        var letters = Directory.GetFiles(Path.Combine(ground.Host.MailFolder, "letters")).Select(File.ReadAllText).Select(WebUtility.HtmlDecode).ToList();
        var letter = Assert.Single(letters, l => l!.Contains(person.FullName, StringComparison.Ordinal))!;
        Assert.DoesNotContain(letters, l => l!.Contains(known.Name, StringComparison.Ordinal));
        Assert.Contains(person.AddressLine, letter, StringComparison.Ordinal);
        var code = letter.Split("class=\"code\">")[1][..9];
        await (await home.TypeCodeAsync(person.Number, code)).ChoosePasswordAsync(person);
        Assert.Equal("letter", await ground.Database.ScalarAsync<string>("SELECT assured_by FROM e_identification.accounts WHERE number = $1", person.Number));
    }

    [Fact]
    public async Task LostPhone_RecoveryCodeOnce_ThenResetAtTheCounter()
    {
        var person = AccountSteps.NextStranger();
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var citizen = ground.Host.OpenBrowser();
        var (account, codes) = await (await citizen.TypeCodeAsync(person.Number, await clerk.MakeCodeAsync(person.Number))).ChoosePasswordAsync(person);

        using var first = ground.Host.OpenBrowser();
        (await (await first.GivePasswordAsync(account)).Form("RecoveryCode").Set("RecoveryCode", codes[0].ToLowerInvariant()).SubmitAsync()).IsAt("/");
        using var second = ground.Host.OpenBrowser();
        (await (await second.GivePasswordAsync(account)).Form("RecoveryCode").Set("RecoveryCode", codes[0]).SubmitAsync()).IsRefused("RecoveryCode");
        var (renewed, _) = await (await citizen.TypeCodeAsync(person.Number, await clerk.MakeCodeAsync(person.Number, "Reset"))).ChoosePasswordAsync(person);

        (await first.GetAsync("/account")).AsksToSignIn();
        using var again = await ground.Host.SignInNewAsync(renewed);
        (await again.GetAsync("/account/history")).Shows("Đặt lại cách đăng nhập tại quầy");
    }

    [Fact]
    public async Task ForgottenPassword_NeedsMailAndSecondFactor_AndAnswersEveryNumberAlike()
    {
        var known = TestNation.Account("neighbour-41");
        await ground.Database.ExecuteAsync("UPDATE e_identification.accounts SET email = 'forgot@example.vn' WHERE number = $1", known.Number);
        using var session = await ground.Host.SignInAsync("neighbour-41");
        using var browser = ground.Host.OpenBrowser();
        var nobody = await (await browser.GetAsync("/sign-in/forgotten")).Form().Set("Number", "099999999998").SubmitAsync();
        var asked = await (await browser.GetAsync("/sign-in/forgotten")).Form().Set("Number", known.Number).SubmitAsync();
        Assert.Equal(nobody.Text, asked.Text);
        await ground.Host.DrainOutboxAsync();
        var mail = Assert.Single(ground.Host.MailsTo("forgot@example.vn"), m => m.Contains("15", StringComparison.Ordinal) || m.Contains("Mã:", StringComparison.Ordinal));
        var code = mail.Split("Mã: ")[1][..6];

        var without = await asked.Form().Set("Code", code).Set("Second", "000000").Set("Password", AccountSteps.Password).SubmitAsync();
        without.IsRefused();
        await ground.Database.ExecuteAsync("UPDATE e_identification.accounts SET last_code_step = NULL WHERE number = $1", known.Number);
        var done = await without.Form().Set("Code", code).Set("Second", SigningIn.CodeOf(ground.Host, known)).Set("Password", AccountSteps.Password).SubmitAsync();

        done.Shows("Đã đặt mật khẩu mới");
        (await session.GetAsync("/account")).AsksToSignIn();
        using var again = await ground.Host.SignInAsync(known with { Password = AccountSteps.Password });
    }

    [Fact]
    public async Task ChangedMail_OldAddressTakesItselfBack()
    {
        var known = TestNation.Account("neighbour-42");
        await ground.Database.ExecuteAsync("UPDATE e_identification.accounts SET email = 'old42@example.vn' WHERE number = $1", known.Number);
        using var thief = await ground.Host.SignInAsync("neighbour-42");
        (await (await thief.GetAsync("/account/email")).Form("Mail").Set("Mail", "new42@example.vn").Set("CurrentPassword", "sai").SubmitAsync()).IsRefused("CurrentPassword");
        var sent = await (await thief.GetAsync("/account/email")).Form("Mail").Set("Mail", "new42@example.vn").Set("CurrentPassword", known.Password).SubmitAsync();
        var code = Assert.Single(ground.Host.MailsTo("new42@example.vn")).Split("Mã xác nhận: ")[1][..6];
        (await sent.Form("Code").Set("Code", code).SubmitAsync()).IsAt("/account");
        await ground.Host.DrainOutboxAsync();

        var link = Assert.Single(ground.Host.MailsTo("old42@example.vn"), m => m.Contains("/sign-in/undo/", StringComparison.Ordinal)).Split("/sign-in/undo/")[1][..64];
        using var owner = ground.Host.OpenBrowser();
        (await (await owner.GetAsync($"/sign-in/undo/{link}")).Form().SubmitAsync()).Shows("Đã lấy lại");

        Assert.Equal("old42@example.vn", await ground.Database.ScalarAsync<string>("SELECT email FROM e_identification.accounts WHERE number = $1", known.Number));
        (await thief.GetAsync("/account")).AsksToSignIn();
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/sign-in/undo/{link[..63]}0")).Status);
    }
}
