using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>What people do wrong: a plain sentence at the right place, the right status, nothing typed is lost.</summary>
[Collection(nameof(Journeys))]
public sealed class BadInputTests(JourneyGround ground)
{
    [Theory]
    [InlineData("12345", "Number")]
    [InlineData("00000000000x", "Number")]
    public async Task SignIn_WithANumberOfWrongShape_SaysSo(string number, string field)
    {
        using var browser = ground.Host.OpenBrowser();
        var page = await browser.GetAsync("/sign-in");

        var answer = await page.Form().Set("Number", number).Set("Password", "x").SubmitAsync();

        answer.IsRefused(field);
        Assert.Equal(number, answer.Form()["Number"]);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_OrANumberThatDoesntExist_IsRefusedAlike()
    {
        using var browser = ground.Host.OpenBrowser();
        var page = await browser.GetAsync("/sign-in");

        var wrong = await page.Form().Set("Number", TestNation.Account("long-name").Number).Set("Password", "not this").SubmitAsync();
        var nobody = await page.Form().Set("Number", "001099999999").Set("Password", "not this").SubmitAsync();

        Assert.Equal(
            wrong.IsRefused().Document.QuerySelector("[data-error-summary]")!.TextContent,
            nobody.IsRefused().Document.QuerySelector("[data-error-summary]")!.TextContent);
        Assert.Equal(TestNation.Account("long-name").Number, wrong.Form()["Number"]);
        wrong.ShowsNowhere("not this");
    }

    [Fact]
    public async Task SignIn_WithAWrongCode_IsRefused()
    {
        using var browser = ground.Host.OpenBrowser();
        var account = TestNation.Account("long-name");
        var page = await browser.GetAsync("/sign-in");
        var second = await page.Form().Set("Number", account.Number).Set("Password", account.Password).SubmitAsync();

        (await second.Form().Set("Code", "12a").SubmitAsync()).IsRefused("Code");
        (await second.Form().Set("Code", SigningIn.CodeOf(ground.Host, account) == "000000" ? "000001" : "000000").SubmitAsync()).IsRefused("Code");
        (await browser.GetAsync("/dossiers")).AsksToSignIn();
    }

    [Fact]
    public async Task Child_BornTomorrow_IsRefusedAtTheDate()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());

        var page = await RefusedAsync(mother, new Child("Mai", TestNation.Today.AddDays(1)), "child-birth-date");

        Assert.Equal($"{TestNation.Today.AddDays(1).Day}", page.IsRefused("child-birth-date").Form()["child-birth-date.Day"]);
    }

    [Fact]
    public async Task Child_BornOnTheThirtiethOfFebruary_IsRefusedAtTheDate()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var page = await mother.AnswerBirthAsync(new Child("Mai", BirthSteps.Yesterday), stopBefore: "child-birth-date");

        var answer = await page.Form().Set("child-birth-date.Day", "30").Set("child-birth-date.Month", "2").Set("child-birth-date.Year", "2026").SubmitAsync();

        Assert.Equal("30", answer.IsRefused("child-birth-date").Form()["child-birth-date.Day"]);
    }

    [Fact]
    public async Task Father_YoungerThanTheChild_CantBeNamed()
    {
        var newborn = TestNation.Current.Cast.Newborn;
        var single = TestNation.Current.People.First(p => p.DeathDate is null && p.SpouseId is null
            && p.Sex == DemoNation.DemoSex.Female && p.CommuneCode == DemoNation.DemoNationOptions.WardCode
            && p.BirthDate.Year is > 1985 and < 2003 && !TestNation.HasAccount(p.Id) && p.MaritalStatus == DemoNation.DemoMaritalStatus.NeverMarried);
        await MakeAccountAsync("long-name", single.Id, single.Number);
        using var mother = await ground.Host.SignInAsync(TestNation.Account("long-name") with { Number = single.Number });
        var child = new Child("Minh", newborn.BirthDate.AddDays(-2)) { FatherNumber = newborn.Number, FatherName = newborn.FullName };

        var page = await mother.AnswerBirthAsync(child, stopBefore: "none");
        for (var at = BirthSteps.Last(page); page.Status == HttpStatusCode.OK && at != "check-answers"; at = BirthSteps.Last(page))
            page = await BirthSteps.Fill(page, at, child).SubmitAsync();
        if (page.Status == HttpStatusCode.OK)
            page = await page.Form().SubmitAsync();

        page.IsRefused();
        Assert.Contains("cha", page.Document.QuerySelector("[data-error-summary]")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Notice_UsedBefore_IsRefusedAtItsCode()
    {
        using var first = await ground.Host.SignInAsync(Family.NextMother());
        var notice = Family.NextNotice();
        await ground.FinishAsync(first, await first.FileBirthAsync(new Child("Nga", BirthSteps.Yesterday, notice)));
        using var second = await ground.Host.SignInAsync(Family.NextMother());

        var page = await RefusedAsync(second, new Child("Oanh", BirthSteps.Yesterday, notice), "birth-notice");

        page.IsRefused("birth-notice-code");
        Assert.Equal(notice, page.Form()["birth-notice-code"]);
    }

    [Fact]
    public async Task Notice_FiledTwiceAtOnce_RegistersOneChild()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        using var other = await ground.Host.SignInAsync(Family.NextMother());
        var notice = Family.NextNotice();
        string[] codes = [await mother.FileBirthAsync(new Child("Phúc", BirthSteps.Yesterday, notice)), await other.FileBirthAsync(new Child("Phúc", BirthSteps.Yesterday, notice))];

        foreach (var (browser, code) in new[] { (mother, codes[0]), (other, codes[1]) })
        {
            await (await ground.As("clerk")).TakeAsync(code, "accept");
            await (await ground.As("officer")).TakeAsync(code, "send-draft");
            await browser.AnswerDraftAsync(code, "confirm");
            await (await ground.As("officer")).TakeAsync(code, "register");
        }
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM civil_status.birth_entries WHERE birth_notice_code = $1", notice));
        Assert.Equal(["signature", "examination"], new[] { await ground.OfDossierAsync<string>("step_id", codes[0]), await ground.OfDossierAsync<string>("step_id", codes[1]) });
    }

    [Fact]
    public async Task Twins_Pass_OnceAnOfficerConfirms()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var first = await mother.FileBirthAsync(new Child("Quân", BirthSteps.Yesterday));
        await ground.FinishAsync(mother, first);
        var code = await mother.FileBirthAsync(new Child("Quý", BirthSteps.Yesterday));
        await (await ground.As("clerk")).TakeAsync(code, "accept");
        var officer = await ground.As("officer");
        await officer.TakeAsync(code, "send-draft");
        await mother.AnswerDraftAsync(code, "confirm");
        await officer.TakeAsync(code, "register");
        await ground.Host.DrainOutboxAsync();

        Assert.Equal("look-alike", await ground.OfDossierAsync<string>("step_id", code));
        (await officer.TakeAsync(code, "confirm-distinct")).IsShown();
        await ground.Host.DrainOutboxAsync();
        (await (await ground.As("leader")).TakeAsync(code, "sign")).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(9, await ground.OfDossierAsync<int>("state", code));
        Assert.Equal(2, await ground.Database.ScalarAsync<long>("""
            SELECT count(DISTINCT child_number) FROM civil_status.birth_entries WHERE dossier_code IN ($1, $2)
            """, first, code));
    }

    // By name only: a runner that lists tests writes their data out, megabytes of it number by number.
    [Theory]
    [InlineData("chuong-trinh.jpg")]
    [InlineData("trong.jpg")]
    [InlineData("qua-lon.jpg")]
    public async Task File_ThatIsntAPaper_IsRefusedAtItsField(string name)
    {
        var content = name switch
        {
            "chuong-trinh.jpg" => TestPapers.Program,
            "trong.jpg" => [],
            _ => TestPapers.Large(12),
        };
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var child = new Child("Sơn", BirthSteps.Yesterday) { Photo = content, PhotoName = name };

        var page = await RefusedAsync(mother, child, "birth-notice");

        page.IsRefused("birth-notice-photo");
        Assert.Equal(child.Notice, page.Form()["birth-notice-code"]);
    }

    [Fact]
    public async Task File_OfFortyMegabytes_IsAnsweredWithAPage()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var child = new Child("Tâm", BirthSteps.Yesterday) { Photo = TestPapers.Large(40), PhotoName = "ảnh.jpg" };

        var page = await RefusedAsync(mother, child, "birth-notice");

        Assert.True(page.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge, page.Describe());
        Assert.NotNull(page.Document.QuerySelector("[data-error-summary]"));
        (await mother.GetAsync(page.Path)).IsShown();
    }

    [Fact]
    public async Task Officers_DecidingAtOnce_MoveTheDossierOnce()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var code = await mother.FileBirthAsync(new Child("Uyên", BirthSteps.Yesterday));
        var clerk = await ground.As("clerk");
        using var colleague = await ground.Host.SignInAsync("clerk");
        var (one, two) = (await clerk.GetAsync($"/desk/{code}"), await colleague.GetAsync($"/desk/{code}"));

        var answers = await Task.WhenAll(one.Form("step").SubmitAsync("accept"), two.Form("step").SubmitAsync("accept"));

        Assert.Contains(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Contains(answers, a => a.Status == HttpStatusCode.UnprocessableEntity);
        Assert.Equal("examination", await ground.OfDossierAsync<string>("step_id", code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.dossier_steps s JOIN public_services.dossiers d ON d.id = s.dossier_id
            WHERE d.code = $1 AND s.action = 'accept' AND s.to_step = 'examination'
            """, code));
    }

    [Fact]
    public async Task Form_PostedTwice_FilesOneDossier()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);
        var check = await mother.AnswerBirthAsync(new Child("Vân", BirthSteps.Yesterday));

        var answers = await Task.WhenAll(check.Form().SubmitAsync(), check.Form().SubmitAsync());
        var again = await check.Form().SubmitAsync();

        Assert.All(answers.Append(again), a => Assert.Equal(answers[0].Path, a.IsShown().Path));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM public_services.dossiers WHERE applicant_id = $1 AND filed_at::date = '2026-11-20'", TestNation.Account(key).PersonId));
    }

    [Fact]
    public async Task Form_PostedAfterTheSessionEnded_LosesNothing()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);
        var page = await mother.AnswerBirthAsync(new Child("Xuân", BirthSteps.Yesterday), stopBefore: "birth-place");
        await ground.Database.ExecuteAsync(
            "UPDATE e_identification.sessions s SET ended_at = now() FROM e_identification.accounts a WHERE a.id = s.account_id AND a.number = $1", TestNation.Account(key).Number);
        // A host remembers an open session for a few seconds.
        await Task.Delay(TimeSpan.FromSeconds(5.5));

        var answer = await page.Form().Set("birth-place", "Bệnh viện Mẫu").SubmitAsync();

        var signIn = answer.AsksToSignIn();
        var back = await signIn.SignInAsync(TestNation.Account(key));
        Assert.Equal("birth-place", BirthSteps.Last(back.IsShown()));
        (await back.Form().Set("birth-place", "Bệnh viện Mẫu").SubmitAsync()).IsShown();
        var date = await mother.GetAsync(back.Path.Replace("birth-place", "child-birth-date", StringComparison.Ordinal));
        Assert.Equal($"{BirthSteps.Yesterday.Year}", date.Form()["child-birth-date.Year"]);
    }

    [Fact]
    public async Task OtherFamilys_Dossier_IsNotFound()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        using var neighbour = await ground.Host.SignInAsync(Family.NextMother());
        var check = await mother.AnswerBirthAsync(new Child("Yến", BirthSteps.Yesterday));
        var draft = check.Path;
        (await neighbour.GetAsync(draft)).HasStatus(HttpStatusCode.NotFound);
        var code = BirthSteps.Last(await check.Form().SubmitAsync());
        var evidence = await ground.Database.ScalarAsync<Guid>(
            "SELECT e.id FROM public_services.evidence e JOIN public_services.dossiers d ON d.id = e.draft_id WHERE d.code = $1", code);

        foreach (var address in new[] { $"/dossiers/{code}", $"/dossiers/{code}/receipt", $"/dossiers/{code}/supplement", $"/evidence/{evidence}/1" })
            (await neighbour.GetAsync(address)).HasStatus(HttpStatusCode.NotFound);
        foreach (var official in new[] { "other-clerk", "other-officer", "police" })
            (await (await ground.As(official)).GetAsync($"/desk/{code}")).HasStatus(HttpStatusCode.NotFound);
        (await mother.GetAsync($"/evidence/{evidence}/1")).IsShown();
    }

    [Fact]
    public async Task Filing_InAYearWithoutCalendar_IsRefusedAndTheOperatorTold()
    {
        await using var host = new TestHost(ground.Database);
        using var mother = await host.SignInAsync(Family.NextMother());
        await mother.AnswerBirthAsync(new Child("Ý Nhi", BirthSteps.Yesterday));
        host.Clock.Set(new DateOnly(2027, 12, 31), new TimeOnly(15, 30));
        using var again = await host.SignInAsync($"neighbour-{60}");
        var check = await again.AnswerBirthAsync(new Child("Ý Nhi", new DateOnly(2027, 12, 30), "01234.GCS.99999.27"));

        var answer = await check.Form().SubmitAsync();

        answer.IsRefused().Shows("2028");
        Assert.Contains(await ground.Database.QueryAsync<string>("SELECT key || text FROM public_services.operator_notices"), t => t.Contains("2028", StringComparison.Ordinal));
    }

    // Answers until a page refuses, or the form ends.
    private static async Task<TestPage> RefusedAsync(TestBrowser mother, Child child, string at)
    {
        var page = await mother.AnswerBirthAsync(child, stopBefore: at);
        Assert.Equal(at, BirthSteps.Last(page.IsShown()));
        return await BirthSteps.Fill(page, at, child).SubmitAsync();
    }

    // The one sample account without a family of its own lends its password and app.
    private async Task MakeAccountAsync(string like, Guid person, string number)
    {
        var made = await ground.Database.ExecuteAsync("""
            INSERT INTO e_identification.accounts SELECT (jsonb_populate_record(a, jsonb_build_object(
                'id', gen_random_uuid(), 'person_id', $2::uuid, 'number', $3::text))).*
            FROM e_identification.accounts a WHERE a.number = $1 ON CONFLICT DO NOTHING
            """, TestNation.Account(like).Number, person, number);
        Assert.Equal(1, made);
    }
}
