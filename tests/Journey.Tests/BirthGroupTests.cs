using Project06.BuildingBlocks.Time;
using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>One form, two procedures of two modules: the birth and, by itself, the child's permanent residence.</summary>
[Collection(nameof(Journeys))]
public sealed class BirthGroupTests(JourneyGround ground)
{
    private const string Residence = "1.004222", Silence = "public-services.apply-silence", Acknowledge = "public-services.alert-unacknowledged";

    [Fact]
    public async Task OneForm_LeadsToCertificateAndResidence()
    {
        using var mother = await ground.Host.SignInAsync("mother");
        using var father = await ground.Host.SignInAsync("father");
        var code = await mother.FileBirthAsync(new Child("Xuân", BirthSteps.Yesterday), BirthSteps.WithResidence);
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows("Cùng một lần khai").Shows("Đăng ký thường trú").Shows("Tự gửi khi hồ sơ trên có kết quả");

        await ground.FinishAsync(mother, code);

        var child = await ChildAsync(code);
        var next = await NextAsync(code);
        Assert.Equal($"child|{child}|named|{TestNation.Account("father").PersonId}|00082|2|1", await ground.Database.ScalarAsync<string>("""
            SELECT concat_ws('|', answers->>'who', answers->'person'->>'personId', answers->>'child-home', answers->'head'->>'personId', answers->>'unit', channel, state)
            FROM public_services.dossiers WHERE code = $1
            """, next));
        // Two working days of the police from Friday morning, whose Saturday morning counts, instead of the seven of whoever files it alone.
        Assert.Equal(TestNation.Today.AddDays(3), (await InstantAsync(next, "promised_at")).LegalDate());
        Assert.Null(await ground.Database.ScalarAsync<Guid?>("SELECT household_id FROM population.persons WHERE id = $1", child));
        (await mother.GetAsync("/messages")).IsShown().Shows(next);

        var police = await ground.As("police");
        (await police.TakeAsync(next, "accept")).IsShown();
        var asked = await father.GetAsync((await father.GetAsync("/consents")).FindLink("/consents/") ?? "none");
        asked.IsShown().Shows("Xuân").Shows(TestNation.Account("mother").Name);
        (await asked.Form("main form:has(input[value='agree'])").SubmitAsync()).IsShown();
        await PayNothingAsync(mother, police, next);
        await DecideAsync(next);

        Assert.Equal("finished", await ground.OfDossierAsync<string>("step_id", next));
        Assert.Equal("t|Child|12 Hàng Bông", await ground.Database.ScalarAsync<string>("""
            SELECT concat_ws('|', c.household_id = m.household_id, c.relation_to_head, c.residence_address)
            FROM population.persons c, population.persons m WHERE c.id = $1 AND m.id = $2
            """, child, TestNation.Account("mother").PersonId));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM population.residences WHERE person_id = $1 AND kind = 'Permanent' AND status = 'InForce'", child));
        // Both in one group, each with its state and a way to the other.
        foreach (var (here, there) in new[] { (code, next), (next, code) })
        {
            var page = (await mother.GetAsync($"/dossiers/{here}")).IsShown();
            Assert.NotNull(page.FindLink($"/dossiers/{there}"));
            Assert.Equal(2, page.Document.QuerySelectorAll("section[aria-labelledby=group] li").Length);
            Assert.Contains("Đã xử lý xong", page.Document.QuerySelector("section[aria-labelledby=group]")!.TextContent, StringComparison.Ordinal);
        }
        (await mother.GetAsync((await mother.GetAsync($"/dossiers/{next}")).FindLink($"/dossiers/{next}/results/") ?? "none")).IsShown().Shows("Xuân");
        (await mother.GetAsync("/my-data/household")).IsShown().Shows("Xuân");
    }

    [Fact]
    public async Task Parent_WhoIsHead_IsntAsked()
    {
        using var father = await ground.Host.SignInAsync("father");
        var code = await father.FileBirthAsync(new Child("Thu", BirthSteps.Yesterday.AddDays(-40)) { Relation = "father" }, BirthSteps.WithResidence);
        await ground.FinishAsync(father, code);
        var next = await NextAsync(code);

        (await (await ground.As("police")).TakeAsync(next, "accept")).IsShown();

        Assert.Equal("payment", await ground.OfDossierAsync<string>("step_id", next));
        Assert.Equal(0, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM public_services.consents c JOIN public_services.dossiers d ON d.id = c.dossier_id WHERE d.code = $1", next));
    }

    [Fact]
    public async Task Consent_Declined_StopsTheResidenceOnly()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var (code, next) = await ToConsentAsync(mother, "Hạ");
        using var head = await ground.Host.SignInAsync("head");
        var asked = await head.GetAsync(await ConsentAsync(next));

        (await asked.IsShown().Form("main form:has(input[value='decline'])").Set("Comment", "Nhà đã chật").SubmitAsync()).IsShown();
        await ground.Host.DrainOutboxAsync();

        Assert.Equal((8, 9), (await ground.OfDossierAsync<int>("state", next), await ground.OfDossierAsync<int>("state", code)));
        Assert.Null(await ground.Database.ScalarAsync<Guid?>("SELECT household_id FROM population.persons WHERE id = $1", await ChildAsync(code)));
        (await mother.GetAsync($"/dossiers/{next}")).IsShown().Shows("Nhà đã chật").Shows("nộp lại được ngay");
        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows("Dừng xử lý").Shows("Đã xử lý xong");
    }

    [Fact]
    public async Task Consent_NeverComing_StopsTheResidenceAfterSevenWorkingDays()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var (code, next) = await ToConsentAsync(mother, "Đông");
        var until = await InstantAsync(next, "silence_at");
        // Seven working days of the police from Friday: half of each Saturday counts, the 24th of November doesn't.
        Assert.InRange(until.LegalDate(), TestNation.Today.AddDays(9), TestNation.Today.AddDays(12));
        await using var later = new TestHost(ground.Database);

        later.Clock.Now = until.AddMinutes(-1);
        await later.RunJobAsync(Silence);
        Assert.Equal("head-consent", await ground.OfDossierAsync<string>("step_id", next));
        later.Clock.Now = until;
        await later.RunJobAsync(Silence);

        Assert.Equal("no-consent", await ground.OfDossierAsync<string>("step_id", next));
        Assert.Equal(9, await ground.OfDossierAsync<int>("state", code));
        Assert.Equal(["consent-missed", "consent-silent", "stopped"], await ground.Database.QueryAsync<string>("""
            SELECT m.kind FROM public_services.messages m JOIN public_services.dossiers d ON d.id = m.dossier_id
            WHERE d.code = $1 AND m.kind IN ('consent-missed', 'consent-silent', 'stopped') ORDER BY 1
            """, next));
        using var after = await later.SignInAsync("head");
        (await after.GetAsync(await ConsentAsync(next))).IsShown().ShowsNowhere("Đông");
    }

    [Fact]
    public async Task Residence_NotTakenUpInTwoWorkingHours_AlertsItsOffice()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var (_, next) = await FinishBirthAsync(mother, "Giao");
        var by = await InstantAsync(next, "acknowledge_by");
        Assert.Equal(TestNation.Today.At(new TimeOnly(11, 0)), by);
        await using var later = new TestHost(ground.Database);
        var police = await ground.As("police");

        later.Clock.Now = by.AddMinutes(-1);
        await later.RunJobAsync(Acknowledge);
        (await police.GetAsync("/desk/alerts")).IsShown().ShowsNowhere(next);
        later.Clock.Now = by;
        await later.RunJobAsync(Acknowledge);

        (await police.GetAsync("/desk/alerts")).IsShown().Shows(next).Shows("Hồ sơ liên thông chưa được nhận");
        (await (await ground.As("clerk")).GetAsync("/desk/alerts")).IsShown().ShowsNowhere(next);
        (await police.TakeAsync(next, "accept")).IsShown();
        (await police.GetAsync("/desk/alerts")).IsShown().ShowsNowhere(next);
    }

    [Fact]
    public async Task End_ToldAgain_FilesNothingMore()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());
        var (code, next) = await FinishBirthAsync(mother, "Lập");

        // As after a crash between the work and the mark that it is done; then without even the memory of having done it.
        const string told = """
            FROM public_services.events e JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id
            WHERE d.code = $1 AND e.name = 'public-services.dossier-ended' AND e.id =
            """;
        await ground.Database.ExecuteAsync($"UPDATE public_services.deliveries t SET done_at = NULL {told} t.event_id", code);
        await ground.Host.DrainOutboxAsync();
        Assert.Equal(next, await NextAsync(code));
        await ground.Database.ExecuteAsync($"""
            DELETE FROM public_services.inbox t USING public_services.events e JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id
            WHERE d.code = $1 AND e.name = 'public-services.dossier-ended' AND e.id = t.event_id AND t.consumer LIKE '%OnDossierFinished%'
            """, code);
        await ground.Database.ExecuteAsync($"UPDATE public_services.deliveries t SET done_at = NULL {told} t.event_id AND t.consumer LIKE '%OnDossierFinished%'", code);
        await ground.Host.DrainOutboxAsync();

        Assert.Equal(next, await NextAsync(code));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.messages m JOIN public_services.dossiers d ON d.id = m.dossier_id WHERE d.code = $1 AND m.kind = 'follow-up'
            """, next));
        (await mother.GetAsync("/dossiers")).IsShown().ShowsNowhere("Bản nháp");
    }

    [Fact]
    public async Task Head_WhoIsNone_IsSaidBeforeFiling()
    {
        using var mother = await ground.Host.SignInAsync(Family.NextMother());

        var page = await mother.AnswerBirthAsync(
            new Child("Mùa", BirthSteps.Yesterday) { Head = TestNation.Account("mother") }, procedure: BirthSteps.WithResidence);
        var check = await page.Browser.GetAsync(string.Join('/', page.Path.Split('/')[..^1]) + "/check-answers");

        check.IsShown().Shows("không phải chủ hộ");
        (await check.Form().SubmitAsync()).HasStatus(System.Net.HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Service_TellsBothSteps_TheirFeesAndLimits()
    {
        using var stranger = ground.Host.OpenBrowser();

        var page = (await stranger.GetAsync($"/services/{BirthSteps.WithResidence}")).IsShown();

        foreach (var told in (string[])["Đăng ký khai sinh", "Không thu phí", "Trong 24 giờ", "Đăng ký thường trú", "10.000 đ", "Hai ngày làm việc", "2 giờ làm việc", "Nghị định 301/2026/NĐ-CP"])
            page.Shows(told);
        Assert.Equal($"/apply/{BirthSteps.WithResidence}", page.FindLink("/apply/"));
        (await stranger.GetAsync($"/services/{Residence}")).IsShown().Shows("Bảy ngày làm việc").ShowsNowhere("Hai ngày làm việc");
        (await stranger.GetAsync($"/services/{BirthSteps.WithResidence}?lang=en")).IsShown().Shows("2 working hours").Shows("Register permanent residence");
    }

    private async Task<(string Birth, string Residence)> FinishBirthAsync(TestBrowser mother, string name)
    {
        var code = await mother.FileBirthAsync(
            new Child(name, BirthSteps.Yesterday) { Head = TestNation.Account("head") }, BirthSteps.WithResidence);
        await ground.FinishAsync(mother, code);
        return (code, await NextAsync(code));
    }

    private async Task<(string Birth, string Residence)> ToConsentAsync(TestBrowser mother, string name)
    {
        var (code, next) = await FinishBirthAsync(mother, name);
        (await (await ground.As("police")).TakeAsync(next, "accept")).IsShown();
        Assert.Equal("head-consent", await ground.OfDossierAsync<string>("step_id", next));
        return (code, next);
    }

    private async Task PayNothingAsync(TestBrowser mother, TestBrowser police, string code)
    {
        var pay = (await mother.GetAsync($"/dossiers/{code}/pay")).IsShown().Shows("10.000");
        (await pay.Form("form[action*='handler=Exempt']").Set("Exemption", "residence-child").SubmitAsync()).IsShown();
        (await (await police.GetAsync($"/fees/dossiers/{code}")).IsShown().Form("form[action*='handler=Exemption']").SubmitAsync("true")).IsShown();
        await ground.Host.DrainOutboxAsync();
    }

    private async Task DecideAsync(string code)
    {
        (await (await ground.As("police")).TakeAsync(code, "propose")).IsShown();
        (await (await ground.As("police-leader")).TakeAsync(code, "sign")).IsShown();
        await ground.Host.DrainOutboxAsync();
    }

    private Task<Guid> ChildAsync(string code) => ground.Database.ScalarAsync<Guid>("""
        SELECT p.id FROM population.persons p JOIN civil_status.birth_entries e ON e.id = p.created_by_entry WHERE e.dossier_code = $1
        """, code);

    private async Task<string> NextAsync(string code) => Assert.Single(await ground.Database.QueryAsync<string>("""
        SELECT n.code FROM public_services.dossiers n JOIN public_services.dossiers d ON n.follows_id = d.id AND n.group_id = d.group_id
        WHERE d.code = $1 AND n.procedure_code = '1.004222' AND n.applicant_id = d.applicant_id
        """, code));

    private async Task<string> ConsentAsync(string code) => "/consents/" + await ground.Database.ScalarAsync<Guid>(
        "SELECT c.id FROM public_services.consents c JOIN public_services.dossiers d ON d.id = c.dossier_id WHERE d.code = $1", code);

    private async Task<DateTimeOffset> InstantAsync(string code, string column) => new(await ground.OfDossierAsync<DateTime>(column, code));
}
