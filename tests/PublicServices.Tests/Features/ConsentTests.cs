using Project06.BuildingBlocks.Time;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Somebody else is asked: their yes, their no, their silence, and when they needn't be asked.</summary>
public sealed class ConsentTests(ScratchGround ground) : IClassFixture<ScratchGround>
{
    private const string Job = "public-services.apply-silence";

    [Fact]
    public async Task Consent_Agreed_LeadsOn_AndEveryLookIsOnTheLedger()
    {
        var code = await FileAndAcceptAsync("neighbour-01", "neighbour-02");
        Assert.Equal("consent", await ground.Database.StepOfAsync(code));
        using var witness = await ground.Host.SignInAsync("neighbour-02");
        using var stranger = await ground.Host.SignInAsync("neighbour-03");

        var list = (await witness.GetAsync("/consents")).IsShown().Shows(TestNation.Account("neighbour-01").Name);
        var address = list.FindLink("/consents/")!;
        (await witness.GetAsync("/messages")).IsShown().Shows("cần anh, chị cho ý kiến");
        (await stranger.GetAsync(address)).HasStatus(System.Net.HttpStatusCode.NotFound);
        (await stranger.GetAsync("/consents")).IsShown().ShowsNowhere(code);
        (await witness.GetAsync($"/dossiers/{code}")).HasStatus(System.Net.HttpStatusCode.NotFound);

        var page = (await witness.GetAsync(address)).IsShown().Shows("Bạn có đồng ý không?").Shows("Để dùng vào việc riêng");
        page.ShowsNowhere("Số bản");
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await page.Form("main form:has(input[value='agree'])").SubmitAsync()).IsShown().Shows("Đồng ý");

        Assert.Equal("payment", await ground.Database.StepOfAsync(code));
        Assert.Equal("Agreed", await AnswerAsync(code));
        // Twice is once.
        (await page.Form("main form:has(input[value='agree'])").SubmitAsync()).HasStatus(System.Net.HttpStatusCode.UnprocessableEntity);
        // Both ways: the witness saw the applicant, the applicant sees the witness.
        using var applicant = await ground.Host.SignInAsync("neighbour-01");
        (await applicant.GetAsync($"/dossiers/{code}")).IsShown().Shows(TestNation.Account("neighbour-02").Name).Shows("16.000");
        Assert.True(await LooksAsync("neighbour-01", "neighbour-02", "consent") > 0);
        Assert.True(await LooksAsync("neighbour-02", "neighbour-01", "read-own-dossier") > 0);
    }

    [Fact]
    public async Task Consent_Declined_SaysWhy()
    {
        var code = await FileAndAcceptAsync("neighbour-03", "neighbour-04");
        using var witness = await ground.Host.SignInAsync("neighbour-04");
        var page = await witness.GetAsync((await witness.GetAsync("/consents")).FindLink("/consents/")!);

        (await page.Form("main form:has(input[value='decline'])").SubmitAsync()).IsRefused("Comment");
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await page.Form("main form:has(input[value='decline'])").Set("Comment", "Tôi không biết việc này").SubmitAsync()).IsShown();

        Assert.Equal(8, await ground.Database.StateOfAsync(code));
        Assert.Equal("Declined", await AnswerAsync(code));
        using var applicant = await ground.Host.SignInAsync("neighbour-03");
        (await applicant.GetAsync($"/dossiers/{code}")).IsShown().Shows("Tôi không biết việc này");
        using var clerk = await ground.Host.SignInAsync("clerk");
        (await clerk.GetAsync($"/desk/{code}")).IsShown().Shows("người được hỏi ý kiến");
    }

    [Fact]
    public async Task Consent_NeverComing_EndsAfterSevenWorkingDays_AndBothAreTold()
    {
        var code = await FileAndAcceptAsync("neighbour-05", "neighbour-06");
        var until = new DateTimeOffset(await ground.Database.ScalarAsync<DateTime>("SELECT silence_at FROM public_services.dossiers WHERE code = $1", code));
        var now = ground.Host.Clock.Now;
        Assert.Equal(7, WorkingDaysTo(until));
        using var witness = await ground.Host.SignInAsync("neighbour-06");
        var open = await witness.GetAsync((await witness.GetAsync("/consents")).FindLink("/consents/")!);

        ground.Host.Clock.Now = until.AddMinutes(-1);
        await ground.Host.RunJobAsync(Job);
        Assert.Equal("consent", await ground.Database.StepOfAsync(code));
        ground.Host.Clock.Now = until;
        await ground.Host.RunJobAsync(Job);
        ground.Host.Clock.Now = now.AddMinutes(5);

        Assert.Equal("stopped", await ground.Database.StepOfAsync(code));
        Assert.Equal("Silent", await AnswerAsync(code));
        Assert.Equal(["consent-missed", "consent-silent", "stopped"], await ground.Database.QueryAsync<string>("""
            SELECT m.kind FROM public_services.messages m JOIN public_services.dossiers d ON d.id = m.dossier_id
            WHERE d.code = $1 AND m.kind IN ('consent-missed', 'consent-silent', 'stopped') ORDER BY 1
            """, code));
        // Both read it; an answer that comes too late is told so.
        using var applicant = await ground.Host.SignInAsync("neighbour-05");
        (await applicant.GetAsync("/messages")).IsShown().Shows($"Hồ sơ {code}: chưa có ý kiến đồng ý trong thời hạn");
        (await applicant.GetAsync($"/dossiers/{code}")).IsShown().Shows("Dừng xử lý");
        (await open.Form("main form:has(input[value='agree'])").SubmitAsync()).IsRefused();
        (await witness.GetAsync("/messages")).IsShown().Shows("Đã hết hạn cho ý kiến");
        Assert.Equal("Silent", await AnswerAsync(code));
    }

    // Asked on a Friday; the 24th is closed.
    private static int WorkingDaysTo(DateTimeOffset until) => Enumerable.Range(1, 60).Select(TestNation.Today.AddDays)
        .TakeWhile(day => day <= until.LegalDate())
        .Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day != new DateOnly(2026, 11, 24));

    [Theory]
    [InlineData("neighbour-07", null)]
    [InlineData("neighbour-08", "neighbour-08")]
    public async Task Consent_OfNobodyOrOfTheApplicant_IsPassedOver(string applicant, string? witness)
    {
        var code = await FileAndAcceptAsync(applicant, witness, kind: "none");

        // And a payment of nothing too.
        Assert.Equal("decision", await ground.Database.StepOfAsync(code));
        Assert.Equal(0, await ground.Database.ScalarAsync<long>(
            "SELECT count(*) FROM public_services.consents c JOIN public_services.dossiers d ON d.id = c.dossier_id WHERE d.code = $1", code));
    }

    [Fact]
    public async Task Withdrawn_WhileAConsentIsOpen_ClosesIt()
    {
        var code = await FileAndAcceptAsync("neighbour-09", "neighbour-10");
        using var applicant = await ground.Host.SignInAsync("neighbour-09");

        await WithdrawalAndHandOverTests.WithdrawAsync(applicant, code);

        Assert.Equal("Void", await AnswerAsync(code));
        using var witness = await ground.Host.SignInAsync("neighbour-10");
        (await witness.GetAsync("/consents")).IsShown().Shows("Không cần trả lời nữa");
    }

    private async Task<string> FileAndAcceptAsync(string applicant, string? witness, string kind = "paper")
    {
        using var browser = await ground.Host.SignInAsync(applicant);
        var code = await ScratchGround.FileAsync(browser, witness, kind);
        using var clerk = await ground.Host.SignInAsync("clerk");
        await clerk.TakeAsync(code, "accept");
        return code;
    }

    private Task<string> AnswerAsync(string code) => ground.Database.ScalarAsync<string>(
        "SELECT c.answer FROM public_services.consents c JOIN public_services.dossiers d ON d.id = c.dossier_id WHERE d.code = $1", code);

    private Task<long> LooksAsync(string whom, string by, string purpose) => ground.Database.ScalarAsync<long>(
        "SELECT count(*) FROM transparency.access_rows WHERE person_id = $1 AND actor_person = $2 AND purpose = $3",
        TestNation.Account(whom).PersonId, TestNation.Account(by).PersonId, purpose);
}
