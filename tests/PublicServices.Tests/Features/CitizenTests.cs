using System.Net;

namespace Project06.PublicServices.Tests.Features;

/// <summary>What a citizen and an office say to each other about a dossier: letters, notices, ratings, complaints.</summary>
public sealed class CitizenTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Letters_GoBothWays_WithMarksOnBothSides()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-01");
        using var other = await ground.Host.SignInAsync("neighbour-02");
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var elsewhere = await ground.Host.SignInAsync("other-clerk");
        var code = await mother.FileBirthAsync();
        var mine = (await mother.GetAsync($"/dossiers/{code}/letters")).IsShown();
        (await mine.Form("Text").SubmitAsync()).IsRefused("Text");
        (await mine.Form("Text").Force("Text", new string('a', 2001)).SubmitAsync()).IsRefused("Text");
        Tick();
        (await mine.Form("Text").Set("Text", "Cháu sinh sớm,\ntôi ghi đúng ngày chưa?").SubmitAsync()).IsShown().Shows("tôi ghi đúng ngày chưa?");
        (await other.GetAsync($"/dossiers/{code}/letters")).HasStatus(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync($"/desk/{code}/letters")).HasStatus(HttpStatusCode.NotFound);

        (await clerk.GetAsync("/desk/letters")).IsShown().Shows(code).Shows("1 tin chưa đọc");
        var desk = (await clerk.GetAsync($"/desk/{code}")).IsShown().Shows("tôi ghi đúng ngày chưa?");
        (await desk.Form("Text").SubmitAsync()).IsRefused("Text").Shows(TestNation.Account("neighbour-01").Name);
        Tick();
        (await desk.Form("Text").Set("Text", "Ngày ghi đúng rồi.").SubmitAsync()).IsShown().IsAt($"/desk/{code}").Shows("Ngày ghi đúng rồi.");
        (await clerk.GetAsync("/desk/letters")).IsShown().ShowsNowhere(code);

        (await mother.GetAsync($"/dossiers/{code}")).IsShown().Shows("1 tin chưa đọc");
        var notice = (await mother.GetAsync("/messages?unread=true")).IsShown().Shows("Cơ quan nhắn về hồ sơ").FindLink("/messages/")!;
        (await other.GetAsync(notice)).HasStatus(HttpStatusCode.NotFound);
        (await mother.GetAsync(notice)).IsShown().IsAt($"/dossiers/{code}/letters").Shows("Ngày ghi đúng rồi.");
        (await mother.GetAsync($"/dossiers/{code}")).IsShown();
        Assert.Equal(0, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.letters l JOIN public_services.dossiers d ON d.id = l.dossier_id WHERE d.code = $1 AND l.read_at IS NULL", code));
        Assert.True(await ground.Database.ScalarAsync<long>("SELECT count(*) FROM transparency.access_rows WHERE person_id = $1 AND dossier = $2 AND organisation IS NOT NULL", TestNation.Account("neighbour-01").PersonId, code) > 0);
    }

    [Fact]
    public async Task Letters_ThirtyDaysAfterTheEnd_AreReadAndNotWritten()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-03");
        var code = await mother.FileBirthAsync();
        await WriteAsync(mother, code, "Xin hỏi một việc");
        var form = (await mother.GetAsync($"/dossiers/{code}/letters")).Form("Text").Set("Text", "Quá muộn");
        await WithdrawalAndHandOverTests.WithdrawAsync(mother, code);
        await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET ended_at = ended_at - interval '31 days' WHERE code = $1", code);

        (await form.SubmitAsync()).IsRefused("Text");

        (await mother.GetAsync($"/dossiers/{code}/letters")).IsShown().Shows("Xin hỏi một việc").Shows("quá 30 ngày").ShowsNowhere("name=\"Text\"");
    }

    [Fact]
    public async Task Notices_AreMarkedReadTogether()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-04");
        await mother.FileBirthAsync();
        var page = (await mother.GetAsync("/messages")).IsShown().Shows("Chưa đọc (1)");
        (await mother.GetAsync("/messages")).IsShown().Shows("Chưa đọc (1)");

        (await page.Form("until").SubmitAsync()).IsShown().Shows("Chưa đọc (0)");

        (await mother.GetAsync("/messages?unread=true")).IsShown().Shows("Không còn thông báo chưa đọc");
    }

    [Fact]
    public async Task Rating_OnceAfterTheEnd_ChangeableForAWeek_AndTheOfficeSeesFiguresOnly()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-05");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await mother.FileBirthAsync();
        (await mother.GetAsync($"/dossiers/{code}/rating")).IsShown().IsAt($"/dossiers/{code}");
        await WithdrawalAndHandOverTests.WithdrawAsync(mother, code);
        var page = (await mother.GetAsync($"/dossiers/{code}/rating")).IsShown();

        (await page.Form("Score").SubmitAsync()).IsRefused("Score");
        (await page.Form("Score").Set("Score", "1").SubmitAsync()).IsRefused("Reason");
        (await page.Form("Score").Set("Score", "1").Set("Reason", "Phải chờ lâu quá").SubmitAsync()).IsShown().Shows("Đã ghi đánh giá");
        Tick();
        var again = await page.Form("Score").Set("Score", "4").SubmitAsync();
        again.IsShown();

        Assert.Equal(4, await ground.Database.ScalarAsync<int>("SELECT r.score FROM public_services.ratings r JOIN public_services.dossiers d ON d.id = r.dossier_id WHERE d.code = $1", code));
        Assert.Equal(2, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.events e JOIN public_services.dossiers d ON e.subject = 'dossier:' || d.id WHERE d.code = $1 AND e.name = 'public-services.dossier-rated'", code));
        (await clerk.GetAsync("/desk/ratings")).IsShown().Shows("Hài lòng").ShowsNowhere(code).ShowsNowhere(TestNation.Account("neighbour-05").Name).ShowsNowhere("Phải chờ lâu quá");
        await ground.Database.ExecuteAsync("UPDATE public_services.ratings SET at = at - interval '8 days'");
        (await page.Form("Score").Set("Score", "5").SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Complaint_GoesToTheHead_HasItsClock_AndIsAnsweredBackOnce()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-06");
        using var leader = await ground.Host.SignInAsync("leader");
        using var clerk = await ground.Host.SignInAsync("clerk");
        using var elsewhere = await ground.Host.SignInAsync("other-leader");
        var code = await mother.FileBirthAsync();
        var page = (await mother.GetAsync($"/dossiers/{code}/complaint")).IsShown();
        (await page.Form("Text").SubmitAsync()).IsRefused("Subject");
        (await page.Form("Text").Set("Subject", "late").SubmitAsync()).IsRefused("Text");
        (await page.Form("Text").Set("Subject", "late").Set("Text", "Ba ngày chưa ai tiếp nhận").SubmitAsync()).IsShown().Shows("Phải trả lời trước").Shows("Vì sao là ngày này?");
        (await page.Form("Text").Set("Subject", "other").Set("Text", "Thêm nữa").SubmitAsync()).HasStatus(HttpStatusCode.UnprocessableEntity);
        var id = await ground.Database.ScalarAsync<Guid>("SELECT c.id FROM public_services.complaints c JOIN public_services.dossiers d ON d.id = c.dossier_id WHERE d.code = $1", code);
        (await clerk.GetAsync("/desk/complaints")).HasStatus(HttpStatusCode.Forbidden);
        (await elsewhere.GetAsync($"/desk/complaints/{id}")).HasStatus(HttpStatusCode.NotFound);

        (await leader.GetAsync("/desk/complaints")).IsShown().Shows(code).ShowsNowhere(TestNation.Account("neighbour-06").Name);
        var desk = (await leader.GetAsync($"/desk/complaints/{id}")).IsShown().Shows("Ba ngày chưa ai tiếp nhận").Shows(TestNation.Account("neighbour-06").Name);
        (await desk.Form("Outcome").SubmitAsync()).IsRefused("Outcome");
        (await desk.Form("Outcome").Set("Outcome", "Upheld").SubmitAsync()).IsRefused("Text");
        await ground.Database.ExecuteAsync("UPDATE public_services.complaints SET reject_by = at - interval '1 minute' WHERE id = $1", id);
        (await desk.Form("Outcome").Set("Outcome", "Rejected").Set("Text", "Không thuộc").SubmitAsync()).IsRefused("Outcome");
        (await desk.Form("Outcome").Set("Outcome", "Upheld").Set("Text", "Đã nhắc cán bộ và tiếp nhận").SubmitAsync()).IsShown().Shows("Đã nhắc cán bộ");

        (await mother.GetAsync("/messages?unread=true")).IsShown().Shows("đã được trả lời");
        var back = (await mother.GetAsync($"/dossiers/{code}/complaint")).IsShown().Shows("Đã nhắc cán bộ");
        Tick();
        (await back.Form("Text").Set("Text", "Vẫn chưa ai gọi").SubmitAsync()).IsShown().Shows("Vẫn chưa ai gọi");
        var second = await ground.Database.ScalarAsync<Guid>("SELECT id FROM public_services.complaints WHERE follows_id = $1", id);
        (await (await leader.GetAsync($"/desk/complaints/{second}")).IsShown().Shows("Đã nhắc cán bộ").Form("Outcome").Set("Outcome", "NotUpheld").Set("Text", "Đã gọi").SubmitAsync()).IsShown();
        (await mother.GetAsync($"/dossiers/{code}/complaint")).IsShown().Shows("Đã gọi").ShowsNowhere("Chưa đồng ý với trả lời?");
        Assert.Equal(4, await ground.Database.ScalarAsync<long>("SELECT count(*) FROM public_services.events WHERE name LIKE 'public-services.complaint-%' AND subject = ANY($1)", (object)new[] { $"complaint:{id}", $"complaint:{second}" }));
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("SELECT count(DISTINCT purpose) FROM transparency.access_rows WHERE person_id = $1 AND purpose = 'complaint'", TestNation.Account("neighbour-06").PersonId));
    }

    private void Tick() => ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));

    private static async Task WriteAsync(TestBrowser browser, string code, string text) =>
        (await (await browser.GetAsync($"/dossiers/{code}/letters")).IsShown().Form("Text").Set("Text", text).SubmitAsync()).IsShown();
}
