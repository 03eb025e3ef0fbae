using System.Net;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>The product's main job, over HTTP: a family's birth from the form to the certificate.</summary>
[Collection(nameof(Journeys))]
public sealed class BirthJourneyTests(JourneyGround ground)
{
    [Fact]
    public async Task Birth_GoesFromFormToCertificate()
    {
        var account = TestNation.Account(Family.NextMother());
        using var mother = await ground.Host.SignInAsync(account);
        var child = new Child("An", BirthSteps.Yesterday);
        var mark = await ground.Database.MarkLedgerAsync();

        var code = await mother.FileBirthAsync(child);
        await ground.Host.DrainOutboxAsync();
        await ground.FinishAsync(mother, code);

        Assert.Equal(9, await ground.OfDossierAsync<int>("state", code));
        var entry = await ground.Database.ScalarAsync<Guid>("SELECT id FROM civil_status.birth_entries WHERE dossier_code = $1", code);
        Assert.Equal("Signed", await ground.Database.ScalarAsync<string>("SELECT state FROM civil_status.birth_entries WHERE id = $1", entry));
        var number = await ground.Database.ScalarAsync<string>("SELECT number FROM population.persons WHERE created_by_entry = $1", entry);
        Assert.Matches("^[0-9]{12}$", number);
        Assert.Equal(2, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM population.parentage q JOIN population.persons p ON p.id = q.child_id WHERE p.number = $1", number));

        var dossier = await mother.GetAsync($"/dossiers/{code}");
        var paper = await mother.GetAsync(dossier.IsShown().FindLink($"/dossiers/{code}/results/") ?? "none");
        var certificate = paper.Path;
        Assert.Equal($"/civil-status/certificates/{entry}", certificate);
        Assert.Equal(10, await ground.OfDossierAsync<int>("state", code));
        paper.IsShown().Shows(child.GivenName).Shows(number);
        var pdf = await mother.GetAsync(certificate + "/pdf");
        Assert.Equal("application/pdf", pdf.HasStatus(HttpStatusCode.OK).Answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(pdf.Bytes, 0, 5));

        var token = await ground.Database.ScalarAsync<string>("SELECT public_token FROM civil_status.birth_entries WHERE id = $1", entry);
        using var stranger = ground.Host.OpenBrowser();
        (await stranger.GetAsync($"/c/{token}")).IsShown().Shows(child.GivenName).ShowsNowhere(number).ShowsNowhere(account.Number);
        (await stranger.GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA")).ShowsNowhere(child.MiddleName);
        (await stranger.GetAsync(certificate)).AsksToSignIn();

        (await mother.GetAsync("/messages")).IsShown().Shows(code);
        Assert.NotEmpty(await ground.Database.LedgerSinceAsync(mark));
        (await mother.GetAsync("/my-data/access-log")).IsShown().Shows(code);
    }

    [Fact]
    public async Task Birth_TellsTheMotherOnceByMail()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);
        var address = $"{key}@example.vn";
        await ground.Database.ExecuteAsync("UPDATE e_identification.accounts SET email = $1 WHERE number = $2", address, TestNation.Account(key).Number);

        var code = await mother.FileBirthAsync(new Child("Bình", BirthSteps.Yesterday));
        await ground.FinishAsync(mother, code);

        var mails = ground.Host.MailsTo(address);
        var messages = await ground.Database.QueryAsync<string>("""
            SELECT m.kind FROM public_services.messages m JOIN public_services.dossiers d ON d.id = m.dossier_id WHERE d.code = $1 ORDER BY m.at
            """, code);
        Assert.Equal(messages.Count, mails.Count);
        Assert.Equal(messages.Distinct(), messages);
        Assert.All(mails, mail => Assert.DoesNotContain(TestNation.Account(key).Name, mail));
    }

    [Fact]
    public async Task Draft_KeepsEachAnswer_WhenTheBrowserIsClosed()
    {
        var key = Family.NextMother();
        using (var phone = await ground.Host.SignInAsync(key))
            await phone.AnswerBirthAsync(new Child("Chi", BirthSteps.Yesterday), stopBefore: "birth-place");

        using var later = await ground.Host.SignInAsync(key);
        var page = await later.GetAsync($"/apply/{BirthSteps.Procedure}");

        Assert.Equal("birth-place", BirthSteps.Last(page.IsShown()));
        var date = await later.GetAsync(page.Path.Replace("birth-place", "child-birth-date", StringComparison.Ordinal));
        Assert.Equal($"{BirthSteps.Yesterday.Day}", date.Form()["child-birth-date.Day"]);
    }

    [Fact]
    public async Task Parents_WhomTheNationKnows_ArentAskedAgain()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());

        var page = await mother.AnswerBirthAsync(new Child("Dung", BirthSteps.Yesterday), stopBefore: "child-name");

        Assert.DoesNotContain(page.Visited, address => address.EndsWith("/mother", StringComparison.Ordinal) || address.EndsWith("/father", StringComparison.Ordinal));
        Assert.Equal("child-name", BirthSteps.Last(page.IsShown()));
    }

    [Fact]
    public async Task Supplement_ComesBackToTheClerk()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var code = await mother.FileBirthAsync(new Child("Giang", BirthSteps.Yesterday));
        var clerk = await ground.As("clerk");

        var ask = await clerk.GetAsync($"/desk/{code}/supplement");
        (await ask.IsShown().Form().SubmitAsync()).IsRefused();
        (await ask.Form().Tick("Pick.birth-place").Set("Reason.birth-place", "Ghi rõ tên bệnh viện").SubmitAsync()).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(5, await ground.OfDossierAsync<int>("state", code));
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows("Ghi rõ tên bệnh viện");
        var supply = await mother.GetAsync($"/dossiers/{code}/supplement");
        var sent = await supply.IsShown().Form("birth-place").Set("birth-place", "Bệnh viện Phụ sản Mẫu").SubmitAsync();
        sent.IsShown();
        Assert.Equal(1, await ground.OfDossierAsync<int>("state", code));
        (await clerk.GetAsync($"/desk/{code}")).IsShown().Shows("Bệnh viện Phụ sản Mẫu");
    }

    [Fact]
    public async Task Correction_GoesBackToTheOfficer()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var code = await mother.FileBirthAsync(new Child("Hà", BirthSteps.Yesterday));
        (await (await ground.As("clerk")).TakeAsync(code, "accept")).IsShown();
        (await (await ground.As("officer")).TakeAsync(code, "send-draft")).IsShown();

        (await mother.AnswerDraftAsync(code, "correct")).IsRefused("Comment");
        var page = await mother.GetAsync($"/dossiers/{code}");
        (await page.Form("Comment").Set("Comment", "Tên đệm viết sai").SubmitAsync()).IsShown();

        Assert.Equal("examination", await ground.OfDossierAsync<string>("step_id", code));
        (await (await ground.As("officer")).GetAsync($"/desk/{code}")).IsShown().Shows("Tên đệm viết sai");
    }

    [Fact]
    public async Task Refusal_IsIssuedByTheHeadOfTheCentre()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var code = await mother.FileBirthAsync(new Child("Khánh", BirthSteps.Yesterday));
        var clerk = await ground.As("clerk");

        var propose = await clerk.GetAsync($"/desk/{code}/propose-refusal");
        (await propose.IsShown().Form().Set("Ground", "not-competent").Set("Comment", "Nơi cư trú ở phường khác").SubmitAsync()).IsShown();
        (await clerk.GetAsync($"/desk/{code}")).IsShown();
        var head = await ground.As("leader");
        (await head.TakeAsync(code, "issue-refusal")).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(3, await ground.OfDossierAsync<int>("state", code));
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows("Luật Hộ tịch 60/2014/QH13");
    }

    [Fact]
    public async Task Silence_IsAYes()
    {
        // Its own host, because its clock moves.
        await using var host = new TestHost(ground.Database);
        using var mother = await host.SignInAsync(Family.NextMother());
        var code = await mother.FileBirthAsync(new Child("Linh", BirthSteps.Yesterday));
        (await (await ground.As("clerk")).TakeAsync(code, "accept")).IsShown();
        (await (await ground.As("officer")).TakeAsync(code, "send-draft")).IsShown();

        await host.RunJobAsync("public-services.apply-silence");
        Assert.Equal("confirmation", await ground.OfDossierAsync<string>("step_id", code));
        host.Clock.Advance(TimeSpan.FromDays(5));
        await host.RunJobAsync("public-services.apply-silence");

        Assert.Equal("registration", await ground.OfDossierAsync<string>("step_id", code));
    }
}
