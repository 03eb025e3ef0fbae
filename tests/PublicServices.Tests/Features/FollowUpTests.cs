using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>One form, two procedures: the second is filed by itself on the first one's end, once, and is taken up or missed.</summary>
public sealed class FollowUpTests(ScratchGround ground) : IClassFixture<ScratchGround>
{
    [Fact]
    public async Task Finished_FilesTheNext_Once_InOneFamily()
    {
        var code = await FinishAsync("neighbour-01");

        await ground.Host.DrainOutboxAsync();
        await ground.Host.DrainOutboxAsync();

        var next = Assert.Single(await NextOfAsync(code));
        Assert.Equal("reception", await ground.Database.StepOfAsync(next));
        Assert.Equal("self|d|2026-11-23|Để dùng vào việc riêng", await ground.Database.ScalarAsync<string>("""
            SELECT concat_ws('|', answers->>'who', answers->>'ground', answers->>'absent-from', answers->>'reason')
            FROM public_services.dossiers WHERE code = $1
            """, next));
        using var applicant = await ground.Host.SignInAsync("neighbour-01");
        var family = (await applicant.GetAsync("/dossiers")).IsShown().Document.QuerySelector("section.family")!.TextContent;
        Assert.Contains(code, family, StringComparison.Ordinal);
        Assert.Contains(next, family, StringComparison.Ordinal);
        Assert.NotNull((await applicant.GetAsync($"/dossiers/{code}")).IsShown().FindLink($"/dossiers/{next}"));

        // Nobody takes it up for two working hours: the desk says so until somebody does.
        using var police = await ground.Host.SignInAsync("police");
        await ground.Host.RunJobAsync("public-services.alert-unacknowledged");
        (await police.GetAsync("/desk/alerts")).IsShown().ShowsNowhere(next);
        ground.Host.Clock.Advance(TimeSpan.FromDays(4));
        await ground.Host.RunJobAsync("public-services.alert-unacknowledged");
        await ground.Host.RunJobAsync("public-services.alert-unacknowledged");
        using var again = await ground.Host.SignInAsync("police");
        (await again.GetAsync("/desk/alerts")).IsShown().Shows(next).Shows("Hồ sơ liên thông chưa được nhận");
        await again.TakeAsync(next, "accept");
        (await again.GetAsync("/desk/alerts")).IsShown().ShowsNowhere(next);
    }

    [Fact]
    public async Task Next_ThatIsntComplete_WaitsForTheApplicant_AndIsAlerted()
    {
        using (var begun = await ground.Host.SignInAsync("neighbour-02"))
        {
            // An absence of theirs is being declared already for those days: the check refuses a second.
            var page = await begun.GetAsync($"/apply/{TestFolders.Absence}");
            while (page.IsShown().Path.Split('/')[^1] is var at && at != "check-answers")
                page = await AbsenceForm.Fill(page, at).SubmitAsync();
            var first = await page.FileAsync();
            using var police = await ground.Host.SignInAsync("police");
            await police.TakeAsync(first, "accept");
            await police.TakeAsync(first, "record");
            await ground.Host.DrainOutboxAsync();
        }
        var code = await FinishAsync("neighbour-02");

        await ground.Host.DrainOutboxAsync();

        Assert.Empty(await NextOfAsync(code));
        using var applicant = await ground.Host.SignInAsync("neighbour-02");
        (await applicant.GetAsync("/messages")).IsShown().Shows("Thủ tục tiếp theo còn thiếu thông tin");
        (await applicant.GetAsync("/dossiers")).IsShown().Shows("Khai báo tạm vắng");
        using var clerk = await ground.Host.SignInAsync("clerk");
        (await clerk.GetAsync("/desk/alerts")).IsShown().Shows(code).Shows("chưa tự nộp được");
    }

    private async Task<string> FinishAsync(string applicant)
    {
        using var browser = await ground.Host.SignInAsync(applicant);
        var code = await ScratchGround.FileAsync(browser, witness: null, kind: "none");
        using var clerk = await ground.Host.SignInAsync("clerk");
        await clerk.TakeAsync(code, "accept");
        using var officer = await ground.Host.SignInAsync("officer");
        ground.Host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await (await officer.GetAsync($"/desk/{code}/grant")).Form().Set("office.finding", "clear").SubmitAsync()).IsShown();
        Assert.Equal("finished", await ground.Database.StepOfAsync(code));
        return code;
    }

    private Task<List<string>> NextOfAsync(string code) => ground.Database.QueryAsync<string>("""
        SELECT n.code FROM public_services.dossiers n JOIN public_services.dossiers d ON n.follows_id = d.id
        WHERE d.code = $1 AND n.group_id = d.group_id
        """, code);
}
